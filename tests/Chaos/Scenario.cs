using PfP.Chaos.Checks;
using PfP.Chaos.Faults;
using PfP.Chaos.Load;
using PfP.Chaos.Processes;
using PfP.Chaos.Review;
using PfP.Testing.Identity;

namespace PfP.Chaos;

/// <summary>The catalogue and its search from their first start, through every phase, with everything ever accepted checked after each.</summary>
internal sealed class Scenario : IScenario
{
    public static readonly IReadOnlyList<string> Phases = ["late", "kills", "index", "review"];

    private const int Files = 10;
    private const int FilesWhenLate = 3;
    private static readonly TimeSpan BetweenFaults = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan HealWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan QuietWithin = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan PhaseLimit = TimeSpan.FromMinutes(6);
    private readonly Stage stage;
    private readonly Options options;
    private readonly Verdict verdict;
    private readonly Platform platform;
    private readonly Members members;
    private readonly StoredState stored;
    private readonly SearchedState searched;
    private readonly Arsenal arsenal;
    private readonly Visits visits;
    private readonly List<Expectation> accepted = [];
    private StoredEntry? visited;

    public Scenario(Stage stage, TestIssuer issuer, Options options, Verdict verdict)
    {
        (this.stage, this.options, this.verdict, members) = (stage, options, verdict, new Members(issuer));
        platform = new Platform(stage, issuer.Address);
        (stored, searched, arsenal, visits) = (new(platform.Database), new(platform.Search.Address), new(stage), new(platform.Broker));
    }

    public List<PhaseReport> Reports { get; } = [];

    public IReadOnlyList<Supervised> Processes => platform.Started;

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        await platform.StartAsync(cancellationToken);
        if (!options.Phases.Contains("late"))
        {
            await platform.Search.StartAsync(cancellationToken);
        }

        visited = await stored.AnyPracticeAsync(cancellationToken);
        foreach (var phase in options.Phases.Intersect(Phases))
        {
            stage.Log($"=== {phase}");
            await (phase == "review" ? ReviewAsync(options.Submissions, cancellationToken) : ImportAsync(phase, cancellationToken));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await platform.DisposeAsync();
        searched.Dispose();
    }

    private async Task ReviewAsync(int submissions, CancellationToken cancellationToken)
    {
        using var review = new ReviewPhase(stage, platform, members, stored, searched, verdict);
        var nemesis = await review.TroubleAsync(submissions, cancellationToken);
        var after = await SettleAsync("review", cancellationToken);
        await review.CheckAsync(cancellationToken);
        Reports.Add(new PhaseReport("review", $"{submissions} submissions", nemesis.Struck, review.Describe(), after));
    }

    private async Task ImportAsync(string phase, CancellationToken cancellationToken)
    {
        var files = await WriteAsync(phase, phase == "late" ? FilesWhenLate : Files, cancellationToken);
        var rows = files.Sum(file => file.Rows.Count);

        var importer = new Importer(stage, path => platform.Catalogue.Operator("import", path));
        var nemesis = new Nemesis(stage, Faults(phase, importer), BetweenFaults);
        using var reader = new Reader(platform.Catalogue.Address, [platform.DatabaseProcess, platform.Catalogue.Process], Spared());
        await TroubleAsync(nemesis, importer, reader, [.. files.Select(file => file.Path)], cancellationToken);
        accepted.AddRange(Expectation.Of(files.SelectMany(file => file.Rows)));

        stage.Log("no more faults");
        await platform.UntilReadyAsync(HealWithin, cancellationToken);
        if (phase == "late")
        {
            await using (var front = new FrontDoor(platform, verdict, stage))
            {
                await front.CheckAsync(cancellationToken);
            }

            await new LateReader(platform, stored, verdict, stage).StartAsync(cancellationToken);
        }

        var after = await SettleAsync(phase, cancellationToken);
        verdict.CheckAnswers(importer.Log, rows);
        verdict.CheckViews(await stored.ViewsAsync(visited!.Id, cancellationToken), visits.Confirmed);
        verdict.CheckReads(reader.WhileDegraded);
        var clients = $"import: {importer.Runs} runs, {importer.Kills} killed, {importer.Failures} gave up, {importer.Log.Confirmed} rows confirmed; practices read while search or the broker was down: {reader.WhileDegraded.Good} of {reader.WhileDegraded.All}";
        Reports.Add(new PhaseReport(phase, $"{rows} rows", nemesis.Struck, clients, after));
    }

    // Waits until nothing moves any more, then checks everything that was ever imported.
    private async Task<TimeSpan> SettleAsync(string phase, CancellationToken cancellationToken)
    {
        await platform.UntilReadyAsync(HealWithin, cancellationToken);
        var (after, missing) = await Quiet.WaitAsync(new NothingUnderWay(stored, searched, platform.Broker).MissingAsync, QuietWithin, stage, cancellationToken);
        if (missing is not null)
        {
            verdict.Add(Problem.Stuck, $"{phase}: {missing}");
        }

        await new Checker(stored, searched, verdict).CheckAsync(accepted, cancellationToken);
        stage.Log($"checked {accepted.Count} imported practices");
        return after;
    }

    // Several files, so that most of the time an import is at rows that are new. All rows of a practice are in one of them.
    private async Task<IReadOnlyList<(string Path, IReadOnlyList<Row> Rows)>> WriteAsync(string phase, int count, CancellationToken cancellationToken)
    {
        var generator = new PracticeGenerator(stage.Seed ^ phase[0], phase);
        var files = new List<(string Path, IReadOnlyList<Row> Rows)>();
        while (files.Count < count)
        {
            files.Add((stage.PathOf($"{phase}-{files.Count + 1}.json"), generator.Rows(practices: 200, updates: 20, withdrawals: 10)));
            await ImportFile.WriteAsync(files[^1].Path, files[^1].Rows, cancellationToken);
        }

        return files;
    }

    // Search and the broker may be away while practices are read; search is none of it while it has not been started.
    private IReadOnlyList<Supervised> Spared() =>
        platform.Search.Process.IsStarted ? [platform.Search.Process, platform.BrokerProcess] : [platform.BrokerProcess];

    private IReadOnlyList<Fault> Faults(string phase, Importer importer)
    {
        var faults = platform.Started.Select(arsenal.Kill).Append(arsenal.Kill(importer)).Append(arsenal.Pause(platform.Started));
        return [.. phase == "index" ? faults.Append(arsenal.DeleteFolder(platform.Search.Process, platform.IndexFolder)) : faults];
    }

    // Faults go on until all files are in and each fault has happened. Meanwhile the files are imported again and again: then
    // an import is there to be hit, and nothing new must come of that.
    private async Task TroubleAsync(Nemesis nemesis, Importer importer, Reader reader, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(PhaseLimit);
        var background = Task.WhenAll(reader.RunAsync(over.Token), visits.RunAsync(visited!.Slug, over.Token));
        var imported = 0;
        var faults = nemesis.RunAsync(() => imported >= files.Count, limit.Token);
        while (imported < files.Count || !faults.IsCompleted)
        {
            await importer.ImportAsync(files[imported % files.Count], limit.Token);
            imported++;
        }

        await faults;
        await over.CancelAsync();
        await background.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
