using System.Diagnostics;
using System.Net.Http.Json;
using PfP.Contracts.Search.Api;

namespace PfP.Benchmarks.Search;

/// <summary>An endpoint under measurement: a process of its own, asked over one connection that is kept open.</summary>
internal sealed class Contender : IAsyncDisposable
{
    private readonly ServerProcess server;
    private readonly HttpClient client;

    private Contender(ServerProcess server)
    {
        this.server = server;
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 1, PooledConnectionLifetime = Timeout.InfiniteTimeSpan };
        client = new HttpClient(handler) { BaseAddress = server.Address };
    }

    public double MemoryMegabytes => server.MemoryMegabytes;

    public static async Task<Contender> StartAsync(string assembly, string[] arguments, IReadOnlyDictionary<string, string> settings) =>
        new(await ServerProcess.DotnetAsync(ServerProcess.FreeAddress(), assembly, arguments, settings));

    /// <summary>The time until the whole answer has been read, and its total; reading the JSON is not timed.</summary>
    public async Task<(TimeSpan Time, SearchResponse Answer)> AskAsync(string query)
    {
        var address = new Uri($"/api/search?{query}", UriKind.Relative);
        var started = Stopwatch.GetTimestamp();
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseContentRead);
        var time = Stopwatch.GetElapsedTime(started);
        response.EnsureSuccessStatusCode();
        return (time, (await response.Content.ReadFromJsonAsync<SearchResponse>())!);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return server.DisposeAsync();
    }
}
