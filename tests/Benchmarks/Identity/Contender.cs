using System.Diagnostics;

namespace PfP.Benchmarks.Identity;

/// <param name="Processor">What the provider's process used; the database's is not in it.</param>
internal sealed record Turn(TimeSpan Time, TimeSpan Processor, IReadOnlyList<TimeSpan> Latencies);

/// <summary>A provider under measurement, and people who are signed in there: one for each connection, as refresh tokens take turns.</summary>
internal sealed class Contender : IAsyncDisposable
{
    private readonly ServerProcess server;
    private readonly TokenClient client;
    private readonly string[] refreshTokens;

    private Contender(ServerProcess server, TokenClient client, string[] refreshTokens) =>
        (this.server, this.client, this.refreshTokens) = (server, client, refreshTokens);

    public static async Task<Contender> StartAsync(ServerProcess server, int connections)
    {
        var client = new TokenClient(server, connections);
        await SameWork.CheckAsync(server, client);
        var refreshTokens = new string[connections];
        for (var index = 0; index < connections; index++)
        {
            refreshTokens[index] = (await Browser.SignInAsync(server, client)).RefreshToken!;
        }

        return new(server, client, refreshTokens);
    }

    public Task<Turn> MachineAsync(int requests) => TakeTurnAsync(requests, async _ => (await client.MachineAsync()).Time);

    public Task<Turn> RefreshAsync(int requests) => TakeTurnAsync(requests, async connection =>
    {
        var (time, answer) = await client.RefreshAsync(refreshTokens[connection]);
        refreshTokens[connection] = answer.RefreshToken!;
        return time;
    });

    /// <summary>Processor time of full sign-ins, one after the other: page, password, code and tokens.</summary>
    public async Task<TimeSpan> SignInsAsync(int count)
    {
        var before = server.ProcessorTime;
        for (var number = 0; number < count; number++)
        {
            await Browser.SignInAsync(server, client);
        }

        return server.ProcessorTime - before;
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return server.DisposeAsync();
    }

    private async Task<Turn> TakeTurnAsync(int requests, Func<int, Task<TimeSpan>> ask)
    {
        var (processor, started) = (server.ProcessorTime, Stopwatch.GetTimestamp());
        var latencies = await Task.WhenAll(refreshTokens.Select((_, connection) => Task.Run(async () =>
        {
            var times = new List<TimeSpan>();
            for (var number = connection; number < requests; number += refreshTokens.Length)
            {
                times.Add(await ask(connection));
            }

            return times;
        })));
        return new(Stopwatch.GetElapsedTime(started), server.ProcessorTime - processor, [.. latencies.SelectMany(times => times)]);
    }
}
