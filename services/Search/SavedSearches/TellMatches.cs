using PfP.Contracts.Search;
using PfP.Search.Data;
using PfP.Search.Engines;
using PfP.Search.Indexing;
using PfP.Search.Queries;
using PfP.Search.SynonymGroups;

namespace PfP.Search.SavedSearches;

/// <summary>Tells of what one saved search finds among the newest arrivals. Used within one transaction.</summary>
internal sealed partial class TellMatches(SearchDbContext db, FollowGroups synonyms, TimeProvider clock, ILogger<TellMatches> logger)
{
    private const int MostArrivals = 1_000;
    private const int MostPerEvent = 100;

    /// <summary>Moves the search's cursor towards that number, and tells of what is found on the way. The caller saves both together.</summary>
    /// <returns>How many entries are told of.</returns>
    public async Task<int> TellAsync(SavedSearch search, ISearchIndex index, long upTo, CancellationToken cancellationToken)
    {
        var arrivals = await db.ArrivalsAsync(search.Cursor, upTo, MostArrivals, cancellationToken);
        if (await TryFindAsync(search, index, [.. arrivals.Select(arrival => arrival.Id)], cancellationToken) is not { } found)
        {
            return 0;
        }
        foreach (var entries in found.Chunk(MostPerEvent))
        {
            db.Publish(new SavedSearchMatched(search.Id, search.MemberId, search.Name, search.Query, entries));
        }
        search.Cursor = arrivals.Count < MostArrivals ? upTo : arrivals[^1].Sequence;
        return found.Count;
    }

    /// <summary>Null where the engine fails: the search stays where it is, and the others go on.</summary>
    private async Task<IReadOnlyList<MatchedEntry>?> TryFindAsync(SavedSearch search, ISearchIndex index, Guid[] arrived, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(search, index, arrived, cancellationToken);
        }
#pragma warning disable CA1031 // whatever one search makes of the engine is no reason to keep the others waiting
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(failure, search.Id);
            return null;
        }
    }

    private async Task<IReadOnlyList<MatchedEntry>> FindAsync(SavedSearch search, ISearchIndex index, Guid[] arrived, CancellationToken cancellationToken)
    {
        var reader = new RequestReader(SearchParameters.Of(search.Query));
        var request = reader.Read(clock.GetUtcNow()) with { Synonyms = synonyms.Current };
        if (reader.Errors.Count > 0)
        {
            LogUnreadable(search.Id, string.Join(", ", reader.Errors.Keys));
            return [];
        }
        var found = (await index.FindAmongAsync(request, arrived.ToHashSet(), cancellationToken)).ToDictionary(document => document.Id);
        return [.. arrived.Where(found.ContainsKey).Select(id => Entry(found[id]))];
    }

    private static MatchedEntry Entry(SearchDocument document) =>
        new(document.Kind, document.Id, document.Url, document.Language, document.Texts.ToDictionary(text => text.Key, text => text.Value.Title), document.Owner);

    [LoggerMessage(LogLevel.Warning, "The saved search {Id} cannot be read any more and finds nothing: {Parameters}")]
    private partial void LogUnreadable(Guid id, string parameters);

    [LoggerMessage(LogLevel.Error, "The saved search {Id} failed; it is tried again")]
    private partial void LogFailed(Exception exception, Guid id);
}
