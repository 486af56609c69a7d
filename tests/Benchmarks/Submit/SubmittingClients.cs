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

    private readonly SubmissionClient client = new(ours.Catalogue, options.Clients);
    private readonly SearchWatch watch = new(ours.Search);
    private int made;

    /// <summary>From the answer to a publication until search found it.</summary>
    public IReadOnlyList<TimeSpan> Searchable => watch.Waits;

    /// <summary>A turn of submissions: a draft with a key, sent in.</summary>
    public Task<Turn> SubmitAsync() => TakeTurnAsync(async (focalPoint, _, steps) => await SubmitAsync(focalPoint, steps));

    /// <summary>A turn of submissions that are published as they come; it is over when search has found all that are looked for.</summary>
    public async Task<Turn> PublishAsync()
    {
        var turn = await TakeTurnAsync(async (focalPoint, moderator, steps) =>
        {
            var (submitted, number) = await SubmitAsync(focalPoint, steps);
            var published = await client.PublishAsync(moderator, submitted, steps);
            if (number % LookedFor == 0)
            {
                watch.LookFor(Forms.WordOf(number), published.Slug!);
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

    private async Task<(SubmissionResponse Submitted, int Number)> SubmitAsync(string focalPoint, ConcurrentBag<(string, TimeSpan)> steps)
    {
        var number = Interlocked.Increment(ref made);
        var draft = await client.CreateAsync(focalPoint, Forms.Complete(number), $"bench-{number}", steps);
        return (await client.SubmitAsync(focalPoint, draft, steps), number);
    }

    private async Task<Turn> TakeTurnAsync(Func<string, string, ConcurrentBag<(string, TimeSpan)>, Task> work)
    {
        // They are valid for five minutes.
        var members = Enumerable.Range(0, options.Clients).Select(number => (
            FocalPoint: issuer.AccessToken(roles: ["focal_point"], entity: $"country:{Countries.All[number].Code}"),
            Moderator: issuer.AccessToken(roles: ["moderator"]))).ToList();
        var (steps, done) = (new ConcurrentBag<(string, TimeSpan)>(), 0);
        var (processor, started) = (ours.Catalogue.ProcessorTime, Stopwatch.GetTimestamp());
        await Task.WhenAll(members.Select(member => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < options.Turn)
            {
                await work(member.FocalPoint, member.Moderator, steps);
                Interlocked.Increment(ref done);
            }
        })));
        return new(done, Stopwatch.GetElapsedTime(started), ours.Catalogue.ProcessorTime - processor, steps.ToLookup(step => step.Item1, step => step.Item2));
    }
}
