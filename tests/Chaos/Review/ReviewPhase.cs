using PfP.Chaos.Checks;
using PfP.Chaos.Faults;
using PfP.Chaos.Processes;
using PfP.Contracts.Catalogue;

namespace PfP.Chaos.Review;

/// <summary>Submissions go through review over HTTP while what they need is killed: at any time, and while they are created and published.</summary>
internal sealed class ReviewPhase(Stage stage, Platform platform, Members members, StoredState stored, SearchedState searched, Verdict verdict) : IDisposable
{
    private const int AtATime = 12;
    private static readonly TimeSpan BetweenFaults = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);
    private readonly ReviewLog log = new(stage.LogOf("review"));
    private readonly Moments moments = new();
    private IReadOnlyList<GeneratedSubmission> submissions = [];
    private (int Practices, int Events) before;

    public string Describe() => log.Describe();

    public async Task<Nemesis> TroubleAsync(int count, CancellationToken cancellationToken)
    {
        submissions = GeneratedSubmission.Make(stage.Seed, count);
        before = await CountAsync(cancellationToken);
        var nemesis = new Nemesis(stage, Faults(), BetweenFaults);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        var walking = WalkAsync(limit.Token);
        await nemesis.RunAsync(() => walking.IsCompleted, limit.Token);
        await walking;
        stage.Log("no more faults");
        return nemesis;
    }

    /// <summary>When all is quiet: what was accepted is there, once, and as it was sent.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var now = await CountAsync(cancellationToken);
        verdict.CheckCount("practices", now.Practices - before.Practices, submissions.Count);
        verdict.CheckCount("events of publications", now.Events - before.Events, submissions.Count);
        var review = new StoredReview(platform.Database);
        using var published = new PublishedPractice(platform.Catalogue.Address, members, searched);
        await new ReviewChecker(review, published, verdict).CheckAsync(submissions, log, cancellationToken);
        stage.Log($"checked {submissions.Count} submissions");
    }

    public void Dispose() => log.Dispose();

    private async Task<(int Practices, int Events)> CountAsync(CancellationToken cancellationToken) => (
        (await stored.PublicPracticesAsync(cancellationToken)).Count,
        (await stored.EventsAsync(typeof(EntryPublished), cancellationToken)).Count);

    private IReadOnlyList<Fault> Faults()
    {
        var arsenal = new Arsenal(stage);
        Supervised[] needed = [platform.DatabaseProcess, platform.Catalogue.Process];
        return
        [
            .. platform.Started.Select(arsenal.Kill),
            arsenal.KillDuring(Journey.Create, moments, platform.Catalogue.Process, needed),
            arsenal.KillDuring(Journey.Publish, moments, platform.Catalogue.Process, needed),
            arsenal.KillDuring(Journey.Publish, moments, platform.DatabaseProcess, needed),
            arsenal.Pause([platform.Catalogue.Process]),
        ];
    }

    private async Task WalkAsync(CancellationToken cancellationToken)
    {
        using var client = new ReviewClient(platform.Catalogue.Address, log, moments);
        await Parallel.ForEachAsync(submissions, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken }, async (submission, token) =>
        {
            try
            {
                await new Journey(stage, submission, members, client).WalkAsync(token);
            }
            catch (ReviewException exception)
            {
                Blame(exception);
            }
        });
        moments.End();
    }

    // Several may fail at once.
    private void Blame(ReviewException exception)
    {
        lock (verdict)
        {
            verdict.Add(exception.Kind, exception.Message);
        }
    }
}
