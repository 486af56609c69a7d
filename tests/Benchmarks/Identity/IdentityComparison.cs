using System.Globalization;
using PfP.Testing.Mail;
using PfP.Testing.Servers;

namespace PfP.Benchmarks.Identity;

/// <summary>Our provider beside npm's oidc-provider, a process each, on the same PostgreSQL, in turns within one run.</summary>
internal static class IdentityComparison
{
    // More than the requests at a time need: ours listens on one and has senders in the background.
    private const int DatabaseConnections = 20;

    public static async Task<int> RunAsync(IdentityComparisonOptions options)
    {
        Console.WriteLine(
            $"{options.Rounds} rounds of {options.Requests * 2} requests over {options.Connections} connections for each side, turns in the order ours, oidc-provider, oidc-provider, ours; "
            + $"a process and {DatabaseConnections} connections to the same PostgreSQL each. CPU is the process's own.");
        await using var postgres = await TestPostgres.StartAsync();
        await using var rabbit = await TestRabbit.StartAsync();
        await using var mail = new SmtpSink();
        await using var ours = await Contender.StartAsync(await OurProvider.StartAsync(postgres, rabbit, mail, DatabaseConnections), options.Connections);
        await using var peer = await Contender.StartAsync(await PeerProvider.StartAsync(postgres, DatabaseConnections), options.Connections);
        await MeasureAsync("client credentials", options, ours.MachineAsync, peer.MachineAsync);
        await MeasureAsync("refresh, rotating", options, ours.RefreshAsync, peer.RefreshAsync);
        await MeasureSignInsAsync(options.SignIns, ours);
        return 0;
    }

    private static async Task MeasureAsync(string grant, IdentityComparisonOptions options, Func<int, Task<Turn>> ours, Func<int, Task<Turn>> peer)
    {
        // Until the code of both is compiled for good.
        for (var turn = 0; turn < 2; turn++)
        {
            await ours(options.Requests);
            await peer(options.Requests);
        }

        var report = new TokenReport(grant);
        for (var round = 0; round < options.Rounds; round++)
        {
            var first = await ours(options.Requests);
            Turn[] others = [await peer(options.Requests), await peer(options.Requests)];
            report.Add([first, await ours(options.Requests)], others);
        }

        report.Print();
    }

    private static async Task MeasureSignInsAsync(int count, Contender ours)
    {
        await ours.SignInsAsync(count);
        var processor = await ours.SignInsAsync(count);
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"A full sign-in at ours (page, password, code, tokens): {processor.TotalSeconds / count:0.000} CPU-seconds, over {count}."));
    }
}
