using System.Diagnostics;
using PfP.Chaos.Checks;
using PfP.Chaos.Faults;
using PfP.Chaos.Load;
using PfP.Chaos.Processes;
using PfP.Testing.Identity;
using PfP.Testing.Servers;

namespace PfP.Chaos.Cluster;

/// <summary>Practices are indexed on three search servers, and searched for, while one server after another is killed and comes back.</summary>
internal sealed class ClusterScenario : IScenario
{
    public const string Phase = "cluster";

    private const int Files = 5;
    private static readonly TimeSpan BetweenFaults = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HealWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan QuietWithin = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(25);

    // For so long after a node's death a search may fail.
    private static readonly TimeSpan Excused = TimeSpan.FromSeconds(15);
    private readonly Stage stage;
    private readonly Options options;
    private readonly Verdict verdict;
    private readonly string kind;
    private readonly SearchNodes nodes;
    private readonly Platform platform;
    private readonly StoredState stored;
    private readonly SearchedState searched;
    private readonly List<long> killed = [];

    /// <summary>The seed says which of the servers it is.</summary>
    public ClusterScenario(Stage stage, TestIssuer issuer, Options options, Verdict verdict)
    {
        (this.stage, this.options, this.verdict) = (stage, options, verdict);
        var kinds = TestSearchServer.Available();
        kind = kinds.Count > 0 ? kinds[stage.Seed % kinds.Count] : "none";
        nodes = new SearchNodes(kind, stage);
        platform = new Platform(stage, issuer.Address, nodes.ConnectionString);
        (stored, searched) = (new(platform.Database), new(platform.Search.Address));
    }

    public List<PhaseReport> Reports { get; } = [];

    public IReadOnlyList<Supervised> Processes => [.. nodes.Processes.Where(node => node.IsStarted), .. platform.Started];

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        stage.Log($"=== {Phase}");
        if (TestSearchServer.MissingBecause(kind) is { } reason)
        {
            stage.Log($"not played. {reason}");
            return;
        }

        await nodes.StartAsync(cancellationToken);
        await platform.StartAsync(cancellationToken);
        await platform.Search.StartAsync(cancellationToken);
        stage.Log($"three nodes of {kind}, and search on them, are up");

        var files = await WriteAsync(cancellationToken);
        var importer = new Importer(stage, path => platform.Catalogue.Operator("import", path));
        using var searcher = new Searcher(platform.Search.Address);
        var (nemesis, took) = await TroubleAsync(importer, searcher, [.. files.Select(file => file.Path)], cancellationToken);
        await nodes.UntilWholeAsync(cancellationToken);
        await platform.UntilReadyAsync(HealWithin, cancellationToken);
        var (after, missing) = await Quiet.WaitAsync(new NothingUnderWay(stored, searched, platform.Broker).MissingAsync, QuietWithin, stage, cancellationToken);
        if (missing is not null)
        {
            verdict.Add(Problem.Stuck, $"{Phase}: {missing}");
        }

        var rows = files.SelectMany(file => file.Rows).ToList();
        await new Checker(stored, searched, verdict).CheckAsync([.. Expectation.Of(rows)], cancellationToken);
        verdict.CheckAnswers(importer.Log, rows.Count);
        var late = CheckSearches(searcher);
        var clients = $"{searcher.Asked} searches, {searcher.Failures.Count} failed ({100.0 * searcher.Failures.Count / searcher.Asked:0.00} %), {late} of them later than {Excused.TotalSeconds} s after a kill; imported in {took.TotalSeconds:0} s";
        Reports.Add(new PhaseReport(Phase, $"{rows.Count} rows on {kind}", nemesis.Struck, clients, after));
    }

    public async ValueTask DisposeAsync()
    {
        await platform.DisposeAsync();
        await nodes.DisposeAsync();
        searched.Dispose();
    }

    private async Task<IReadOnlyList<(string Path, IReadOnlyList<Row> Rows)>> WriteAsync(CancellationToken cancellationToken)
    {
        var generator = new PracticeGenerator(stage.Seed, Phase);
        var each = options.Practices / Files;
        var files = new List<(string Path, IReadOnlyList<Row> Rows)>();
        while (files.Count < Files)
        {
            files.Add((stage.PathOf($"{Phase}-{files.Count + 1}.json"), generator.Rows(each, updates: each / 10, withdrawals: each / 20)));
            await ImportFile.WriteAsync(files[^1].Path, files[^1].Rows, cancellationToken);
        }

        return files;
    }

    private async Task<(Nemesis Nemesis, TimeSpan Took)> TroubleAsync(Importer importer, Searcher searcher, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        var searching = searcher.RunAsync(over.Token);
        var nemesis = new Nemesis(stage, [.. nodes.Processes.Select(Kill)], BetweenFaults);
        var since = Stopwatch.StartNew();
        var importing = ImportAsync(importer, files, limit.Token);
        var faults = nemesis.RunAsync(() => importing.IsCompleted, limit.Token);
        await importing;
        var took = since.Elapsed;
        await faults;
        stage.Log("no more faults");
        await over.CancelAsync();
        await searching;
        return (nemesis, took);
    }

    private static async Task ImportAsync(Importer importer, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            await importer.ImportAsync(file, cancellationToken);
        }
    }

    // Two of three are there at any time: with one, no cluster would answer.
    private Fault Kill(Supervised node) => new($"kill {node.Name}", async cancellationToken =>
    {
        await nodes.UntilWholeAsync(cancellationToken);
        stage.Log($"kill -9 {node.Name}");
        killed.Add(Stopwatch.GetTimestamp());
        node.Kill();
        return true;
    });

    private int CheckSearches(Searcher searcher)
    {
        var late = searcher.Failures.Where(failure => !killed.Any(at => failure.At >= at && Stopwatch.GetElapsedTime(at, failure.At) <= Excused)).ToList();
        foreach (var (_, what) in late)
        {
            verdict.Add(Problem.Unavailable, what);
        }

        return late.Count;
    }
}
