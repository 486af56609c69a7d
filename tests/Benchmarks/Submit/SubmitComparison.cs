using System.Globalization;
using PfP.Testing.Identity;
using PfP.Testing.Servers;

namespace PfP.Benchmarks.Submit;

/// <summary>Submissions over HTTP beside plain rows by pgbench, into the same durable PostgreSQL with as many clients, in turns within one run.</summary>
internal static class SubmitComparison
{
    private const double Target = 0.2;

    // The runtime compiles what is called often once more, beside the load, which takes it that long on two processors.
    private const int WarmUpTurns = 12;
    private static readonly TimeSpan SearchableWithin = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(SubmitComparisonOptions options)
    {
        Console.WriteLine(
            $"{options.Rounds} rounds with {options.Clients} clients on either side, turns of {options.Seconds} s in the order ours, pgbench, pgbench, ours; "
            + "one PostgreSQL with fsync on. CPU is the catalogue's own.");
        await using var postgres = await TestPostgres.StartAsync(durable: true);
        await using var rabbit = await TestRabbit.StartAsync();
        await using var issuer = await TestIssuer.StartAsync();
        await using var ours = await OurCatalogue.StartAsync(postgres, rabbit, issuer);
        var peer = await PeerInserts.CreateAsync(postgres, options);
        using var clients = new SubmittingClients(ours, issuer, options);
        var submitted = await MeasureAsync("submit", Target, options, clients.SubmitAsync, peer);
        await MeasureAsync("create, submit, publish", null, options, clients.PublishAsync, peer);
        return PrintSearchable(clients.Searchable) & submitted ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(string work, double? target, SubmitComparisonOptions options, Func<Task<Turn>> ours, PeerInserts peer)
    {
        // Until the code is compiled for good.
        for (var turn = 0; turn < WarmUpTurns; turn++)
        {
            await ours();
            await peer.RunAsync();
        }

        var report = new SubmitReport(work, target);
        for (var round = 0; round < options.Rounds; round++)
        {
            var first = await ours();
            double[] others = [await peer.RunAsync(), await peer.RunAsync()];
            report.Add([first, await ours()], others);
        }

        return report.Print();
    }

    private static bool PrintSearchable(IReadOnlyList<TimeSpan> waits)
    {
        var sorted = waits.Order().ToArray();
        var p95 = sorted[(int)(sorted.Length * 0.95)];
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"From a publication's answer until search finds it, under this load: p50 {sorted[sorted.Length / 2].TotalSeconds:0.000} s, p95 {p95.TotalSeconds:0.000} s, longest {sorted[^1].TotalSeconds:0.000} s, over {sorted.Length}; target p95 {SearchableWithin.TotalSeconds:0} s or less: {SubmitReport.Verdict(p95 <= SearchableWithin)}"));
        return p95 <= SearchableWithin;
    }
}
