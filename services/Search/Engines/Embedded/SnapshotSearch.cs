using PfP.Contracts.Search.Api;
using PfP.Search.Indexing;
using PfP.Search.Queries;
using PfP.Search.Text;

namespace PfP.Search.Engines.Embedded;

/// <summary>Answers one request on one snapshot.</summary>
internal sealed class SnapshotSearch(Snapshot snapshot, Synonyms synonyms)
{
    public SearchResponse Search(SearchRequest request)
    {
        var query = QueryBuilder.Read(request, snapshot.Lexicon, synonyms);
        var matcher = query is null ? null : new TextMatcher(snapshot, query);
        using var matches = matcher?.Match() ?? Matches.All(snapshot);
        var counter = new FacetCounter(snapshot, new Filters(snapshot, request).Evaluate(), request.Now);
        using var found = counter.Narrow(matches);
        var clauses = matcher?.Clauses ?? [];
        var distances = request.Filters.Near is { } point ? new Distances(point) : null;
        var highlighter = new Highlighter(snapshot.Lexicon, clauses);
        var hits = new Ranker(snapshot, request, clauses).Page(found, distances).Select(document => Hit(snapshot[document], request, highlighter, distances)).ToArray();
        return new SearchResponse(found.Count, request.Page, request.PageSize, hits, counter.Values(request.Filters, request.Language), query?.Corrected);
    }

    public IReadOnlyList<SearchDocument> Among(SearchRequest request, IReadOnlySet<Guid> documents)
    {
        using var found = Find(request);
        var among = new List<SearchDocument>();
        foreach (var document in found.Documents)
        {
            if (documents.Contains(snapshot[document].Entry.Id))
            {
                among.Add(snapshot[document].Entry);
            }
        }
        return among;
    }

    public MapResponse Map(SearchRequest request, int zoom)
    {
        using var found = Find(request);
        var map = new Geo.MapBuilder(zoom, request.Language, request.Filters.Box);
        foreach (var document in found.Documents)
        {
            map.Add(snapshot[document].Entry);
        }
        return map.Build();
    }

    private Matches Find(SearchRequest request)
    {
        var query = QueryBuilder.Read(request, snapshot.Lexicon, synonyms);
        using var matches = query is null ? Matches.All(snapshot) : new TextMatcher(snapshot, query).Match();
        return new FacetCounter(snapshot, new Filters(snapshot, request).Evaluate(), request.Now).Narrow(matches);
    }

    public static SearchHit Hit(IndexedDocument document, SearchRequest request, Highlighter highlighter, Distances? distances)
    {
        var entry = document.Entry;
        var language = entry.LanguageFor(request.Language);
        var distance = distances?.Of(entry);
        return new SearchHit(entry.Kind, entry.Id, entry.Slug, entry.Url, entry.Texts[language].Title, language, document.TextOf(TextField.Summary, language), highlighter.Of(document, language), entry.Countries,
            entry.Themes, [.. entry.Organisations.Select(organisation => organisation.Name)], entry.Year, entry.PublishedAt, entry.LastVerified, entry.ClosesAt,
            entry.CallStatusAt(request.Now), distance is null ? null : Math.Round(distance.Value, 1));
    }
}
