using System.Collections.Concurrent;
using System.Diagnostics;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing.Identity;
using PfP.Vocabularies;

namespace PfP.Benchmarks.Submit;

/// <summary>Focal points, each of a country of their own, who send in one practice after the other, and moderators who publish them.</summary>
internal sealed class SubmittingClients(OurCatalogue ours, TestIssuer issuer, SubmitComparisonOptions options) : IDisposable
{
    // Of every so many publications one is looked for: asking for all of them would be a load of its own.
    private const int LookedFor = 8;

    // Of each client; they last for about a turn.
    private const int DraftsInATurn = 60;

    private readonly SubmissionClient client = new(ours.Catalogue, options.Clients);
    private readonly SearchWatch watch = new(ours.Search);
    private int made;
    private int count;

    /// <summary>From the answer to a publication until search found it.</summary>
    public IReadOnlyList<TimeSpan> Searchable => watch.Waits;

    /// <summary>
    /// A turn of submissions whose drafts are there already. To accept one is a transaction of its new state, its step, the audit record and,
    /// in the outbox, the event: the smallest piece of work that a single INSERT can be beside.
    /// </summary>
    public async Task<Turn> SubmitAsync()
    {
        var members = Members();
        // Each client's own: nobody else takes from them.
        var drafts = members.ToDictionary(member => member.FocalPoint, _ => new Queue<SubmissionResponse>());
        await Task.WhenAll(drafts.Select(own => Task.Run(async () =>
        {
            for (var draft = 0; draft < DraftsInATurn; draft++)
            {
                own.Value.Enqueue(await CreateAsync(own.Key, []));
            }
        })));
        return await TakeTurnAsync(
            members, focalPoint => drafts[focalPoint].Count > 0, (focalPoint, _, steps) => client.SubmitAsync(focalPoint, drafts[focalPoint].Dequeue(), steps));
    }

    /// <summary>A turn of submissions that are published as they come; it is over when search has found all that are looked for.</summary>
    public async Task<Turn> PublishAsync()
    {
        var turn = await TakeTurnAsync(Members(), _ => true, async (focalPoint, moderator, steps) =>
        {
            var draft = await CreateAsync(focalPoint, steps);
            var submitted = await client.SubmitAsync(focalPoint, draft, steps);
            var published = await client.PublishAsync(moderator, submitted, steps);
            if (Interlocked.Increment(ref count) % LookedFor == 0)
            {
                // Its last word is its alone.
                watch.LookFor(draft.Form.Title!.Split(' ')[^1], published.Slug!);
            }
        });
        await watch.UntilFoundAsync();
        return turn;
    }

    public void Dispose()
    {
        client.Dispose();
        watch.Dispose();
    }

    private Task<SubmissionResponse> CreateAsync(string focalPoint, ConcurrentBag<(string, TimeSpan)> steps)
    {
        var number = Interlocked.Increment(ref made);
        return client.CreateAsync(focalPoint, Forms.Complete(number), $"bench-{number}", steps);
    }

    // Their tokens are valid for five minutes.
    private List<(string FocalPoint, string Moderator)> Members() =>
    [
        .. Enumerable.Range(0, options.Clients).Select(number => (
            issuer.AccessToken(roles: ["focal_point"], entity: $"country:{Countries.All[number].Code}"), issuer.AccessToken(roles: ["moderator"]))),
    ];

    private async Task<Turn> TakeTurnAsync(
        List<(string FocalPoint, string Moderator)> members, Func<string, bool> hasMore, Func<string, string, ConcurrentBag<(string, TimeSpan)>, Task> work)
    {
        var (steps, done) = (new ConcurrentBag<(string, TimeSpan)>(), 0);
        var (processor, started) = (ours.Catalogue.ProcessorTime, Stopwatch.GetTimestamp());
        await Task.WhenAll(members.Select(member => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < options.Turn && hasMore(member.FocalPoint))
            {
                await work(member.FocalPoint, member.Moderator, steps);
                Interlocked.Increment(ref done);
            }
        })));
        return new(done, Stopwatch.GetElapsedTime(started), ours.Catalogue.ProcessorTime - processor, steps.ToLookup(step => step.Item1, step => step.Item2));
    }
}
