using PfP.Chaos.Load;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Search.Api;

namespace PfP.Chaos.Checks;

/// <summary>Compares what was accepted with what is stored and with what search finds.</summary>
internal sealed class Checker(StoredState stored, SearchedState searched, Verdict verdict)
{
    private const int AtATime = 4;

    public async Task CheckAsync(IReadOnlyList<Expectation> expectations, CancellationToken cancellationToken)
    {
        var entries = await stored.GeneratedAsync(cancellationToken);
        foreach (var expected in expectations)
        {
            CheckStored(expected, [.. entries[expected.Key]]);
        }

        // Where it does not list them all, each of them is still looked for below, and how many it counts was waited for.
        if (await searched.AllPracticesAsync(cancellationToken) is { } listed)
        {
            CheckListed(listed.ToLookup(hit => hit.Id), [.. await stored.PublicPracticesAsync(cancellationToken)]);
        }

        await Parallel.ForEachAsync(
            expectations.Where(expected => entries.Contains(expected.Key)),
            new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken },
            async (expected, token) => await CheckFoundAsync(expected, entries[expected.Key].First(), token));
        await CheckMessagesAsync(cancellationToken);
    }

    private void CheckStored(Expectation expected, IReadOnlyList<StoredEntry> entries)
    {
        switch (entries)
        {
            case []:
                verdict.Add(Problem.Lost, $"{expected.Key} is not stored");
                break;
            case [var entry]:
                if (entry.Version != expected.Version)
                {
                    verdict.Add(entry.Version > expected.Version ? Problem.Doubled : Problem.Lost, $"{expected.Key} has version {entry.Version} after {expected.Version} accepted rows");
                }

                if ((entry.State == "withdrawn") != expected.Withdrawn || entry.Title != expected.Title)
                {
                    verdict.Add(Problem.Stale, $"{expected.Key} is stored as {entry.State} '{entry.Title}'");
                }

                break;
            default:
                verdict.Add(Problem.Doubled, $"{expected.Key} is stored {entries.Count} times");
                break;
        }
    }

    // The whole list against the whole table: also for what no generated row knows of.
    private void CheckListed(ILookup<Guid, SearchHit> listed, HashSet<Guid> all)
    {
        Add(Problem.Lost, all.Where(id => !listed.Contains(id)).Select(id => $"{id} is public and search does not list it"));
        Add(Problem.Ghost, listed.Where(hits => !all.Contains(hits.Key)).Select(hits => $"search lists '{hits.First().Title}', which is not public"));
        Add(Problem.Doubled, listed.Where(hits => hits.Count() > 1).Select(hits => $"search lists '{hits.First().Title}' {hits.Count()} times"));
    }

    private async Task CheckFoundAsync(Expectation expected, StoredEntry entry, CancellationToken cancellationToken)
    {
        var found = await searched.FindAsync(expected.Word, entry.Id, cancellationToken);
        if (expected.Withdrawn)
        {
            AddIf(found.Count > 0, Problem.Ghost, $"{expected.Key} is withdrawn and found");
            return;
        }

        AddIf(found.Count == 0, Problem.Lost, $"{expected.Key} is not found by its word {expected.Word}");
        AddIf(found.Count > 1, Problem.Doubled, $"{expected.Key} is found {found.Count} times");
        AddIf(
            found.Any(hit => hit.Title != entry.Title || hit.Slug != entry.Slug),
            Problem.Stale,
            $"{expected.Key} is not found as '{entry.Title}'");
        AddIf(
            expected.FormerWord is { } former && (await searched.FindAsync(former, entry.Id, cancellationToken)).Count > 0,
            Problem.Stale,
            $"{expected.Key} is found by a word it no longer has");
    }

    private async Task CheckMessagesAsync(CancellationToken cancellationToken)
    {
        var (unsent, dead) = (await stored.UnsentAsync(cancellationToken), await stored.DeadLettersAsync(cancellationToken));
        AddIf(unsent > 0, Problem.Stuck, $"{unsent} events unsent");
        AddIf(dead > 0, Problem.Stuck, $"{dead} dead letters");
        var handled = (await stored.HandledAsync(cancellationToken)).GroupBy(id => id).ToDictionary(group => group.Key, group => group.Count());
        var events = (await stored.EventsAsync(typeof(EntryPublished), cancellationToken)).Concat(await stored.EventsAsync(typeof(EntryWithdrawn), cancellationToken)).ToList();
        Add(Problem.Stuck, events.Where(id => !handled.ContainsKey(id)).Select(id => $"event {id} was never handled"));
        Add(Problem.Doubled, events.Where(id => handled.GetValueOrDefault(id) > 1).Select(id => $"event {id} was handled {handled[id]} times"));
    }

    private void AddIf(bool wrong, string kind, string what) => Add(kind, wrong ? [what] : []);

    private void Add(string kind, IEnumerable<string> found)
    {
        lock (verdict)
        {
            foreach (var what in found)
            {
                verdict.Add(kind, what);
            }
        }
    }
}
