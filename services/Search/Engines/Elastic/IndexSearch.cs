using System.Text.Json;
using System.Text.Json.Nodes;
using PfP.Contracts.Search.Api;
using PfP.Search.Engines.Embedded;
using PfP.Search.Geo;
using PfP.Search.Indexing;
using PfP.Search.Queries;

namespace PfP.Search.Engines.Elastic;

/// <summary>Answers requests on one index: the server finds and counts, and ranks roughly; the best are ranked here.</summary>
internal sealed class IndexSearch(TextSearch texts, DocumentReader reader, KnownDocuments known)
{
    public async Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var query = Read(request);
        var filters = new FilterQueries(request);
        var facets = new FacetAggregations(filters, known);
        var window = Window.Of(request, query);
        var (answer, match) = await texts.SearchAsync(query, condition => Body(request, filters, facets, condition, window), cancellationToken);
        var hits = request.Sort == SortOrder.Deadline
            ? await ByDeadlineAsync(request, filters, match.Condition, cancellationToken)
            : await HitsAsync(answer, cancellationToken);
        var counts = facets.Read(answer.GetProperty("aggregations"), request);
        var candidates = query is null ? null : new Candidates([.. hits.Take(window.Ranked).OrderBy(hit => hit.Sequence).Select(hit => hit.Document)], known, query, match.Counts);
        var ordered = window.Ranked > 0 ? candidates!.Ranked(request).Concat(hits.Skip(window.Ranked).Select(hit => hit.Document)) : hits.Select(hit => hit.Document);
        var distances = request.Filters.Near is { } point ? new Distances(point) : null;
        var highlighter = new Highlighter(known.Lexicon, candidates?.Clauses ?? []);
        var shown = ordered.Skip(window.Skipped).Take(request.PageSize).Select(document => SnapshotSearch.Hit(document.Document, request, highlighter, distances));
        return new(answer.Total(), request.Page, request.PageSize, [.. shown], counts, query?.Corrected);
    }

    public async Task<IReadOnlyList<SearchDocument>> AmongAsync(SearchRequest request, IReadOnlySet<Guid> documents, CancellationToken cancellationToken)
    {
        var among = new List<SearchDocument>();
        var condition = documents.Count == 0 ? Dsl.Nothing : await FilteredAsync(request, cancellationToken);
        foreach (var some in documents.Chunk(1000))
        {
            var both = Dsl.All(condition.Clone(), Dsl.Terms(IndexLayout.Id, some.Select(id => id.ToString())));
            await foreach (var (_, _, document) in reader.WalkAsync(both, WithoutBodies(), patiently: false, cancellationToken))
            {
                among.Add(IndexedDocument.WithTitles(document!));
            }
        }
        return among;
    }

    public async Task<MapResponse> MapAsync(SearchRequest request, int zoom, CancellationToken cancellationToken)
    {
        var map = new MapBuilder(zoom, request.Language, request.Filters.Box);
        var condition = await FilteredAsync(request, cancellationToken);
        await foreach (var (_, _, document) in reader.WalkAsync(condition, WithoutBodies(), patiently: false, cancellationToken))
        {
            map.Add(document!);
        }
        return map.Build();
    }

    /// <summary>Without the alternatives that no document holds, mostly words of other languages.</summary>
    private TextQuery? Read(SearchRequest request) => QueryBuilder.Read(request, known.Lexicon, known.Synonyms)?.Known(known.Lexicon.HasTerm);

    private static JsonObject WithoutBodies() => new()
    {
        ["includes"] = Dsl.Array([IndexLayout.Document]),
        ["excludes"] = Dsl.Array([$"{IndexLayout.Document}.Texts.*.Body"]),
    };

    /// <summary>Everything that a request finds.</summary>
    private async Task<JsonObject> FilteredAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var filters = new FilterQueries(request);
        return Dsl.All([Dsl.Term(IndexLayout.Live, true), (await texts.ConditionAsync(Read(request), cancellationToken)).Matching(), .. filters.Others(), .. filters.OfFacets().Values]);
    }

    private static JsonObject Body(SearchRequest request, FilterQueries filters, FacetAggregations facets, TextCondition condition, Window window)
    {
        var found = request.Sort == SortOrder.Relevance
            ? Dsl.Scored(condition.Scoring(), [Dsl.Term(IndexLayout.Live, true), .. filters.Others()])
            : Dsl.All([Dsl.Term(IndexLayout.Live, true), condition.Matching(), .. filters.Others()]);
        return Identified(new()
        {
            ["query"] = request is { Sort: SortOrder.Distance, Filters.Near: { } from } ? Orders.ByDistance(found, from, request.Filters.DistanceKm) : found,
            ["post_filter"] = Dsl.All(filters.OfFacets().Values),
            ["aggs"] = facets.Build(),
            ["sort"] = request.Sort switch
            {
                SortOrder.Relevance or SortOrder.Distance => Orders.Scored,
                SortOrder.Title => Orders.Title(request.Language),
                _ => Orders.Newest,
            },
            ["from"] = window.From,
            ["size"] = request.Sort == SortOrder.Deadline ? 0 : window.Size,
        });
    }

    /// <summary>
    /// With the id and version of each hit, by which its document is looked up, mostly in the cache. Anything that is stored, if only the _id,
    /// would be unpacked together with the whole document.
    /// </summary>
    private static JsonObject Identified(JsonObject search)
    {
        search["track_total_hits"] = true;
        search["stored_fields"] = "_none_";
        search["docvalue_fields"] = Dsl.Array([IndexLayout.Id, IndexLayout.Version]);
        return search;
    }

    private async Task<IReadOnlyList<Hit>> HitsAsync(JsonElement answer, CancellationToken cancellationToken)
    {
        var hits = answer.Hits().Select(hit => (Document: hit.Identity(), Sequence: hit.GetProperty("sort").EnumerateArray().Last().GetInt64())).ToList();
        var sequences = hits.ToDictionary(hit => hit.Document.Id, hit => hit.Sequence);
        var documents = await reader.GetAsync([.. hits.Select(hit => hit.Document)], cancellationToken);
        return [.. documents.Select(document => new Hit(document, sequences[document.Document.Entry.Id]))];
    }

    /// <summary>The sections of that order one after another, as far as the page reaches.</summary>
    private async Task<IReadOnlyList<Hit>> ByDeadlineAsync(SearchRequest request, FilterQueries filters, TextCondition condition, CancellationToken cancellationToken)
    {
        var hits = new List<Hit>();
        var (before, skip) = (0, (request.Page - 1) * request.PageSize);
        foreach (var (section, order) in Orders.Deadlines(filters))
        {
            var body = Identified(new()
            {
                ["query"] = Dsl.All([Dsl.Term(IndexLayout.Live, true), condition.Matching(), section, .. filters.Others(), .. filters.OfFacets().Values]),
                ["sort"] = order,
                ["from"] = Math.Max(0, skip - before),
                ["size"] = request.PageSize - hits.Count,
            });
            var (answer, _) = await texts.SearchAsync(null, _ => body, cancellationToken);
            hits.AddRange(await HitsAsync(answer, cancellationToken));
            before += answer.Total();
            if (hits.Count >= request.PageSize)
            {
                break;
            }
        }
        return hits;
    }

    private sealed record Hit(AnalysedDocument Document, long Sequence);

    /// <summary>Which of the server's results are fetched.</summary>
    /// <param name="Ranked">So many of them are ranked again.</param>
    /// <param name="Skipped">Of those fetched, the ones that are on earlier pages.</param>
    private sealed record Window(int From, int Size, int Ranked, int Skipped)
    {
        /// <summary>Fewer than the embedded engine ranks again: the server's order is close to its, and each of them costs a part of the answer.</summary>
        private const int Reranked = 40;

        /// <summary>Always the same ones are ranked again, so that pages never overlap.</summary>
        public static Window Of(SearchRequest request, TextQuery? query)
        {
            var skip = (request.Page - 1) * request.PageSize;
            return request.Sort == SortOrder.Relevance && query is { Clauses.Count: > 0 } && skip < Reranked
                ? new(0, Math.Max(Reranked, skip + request.PageSize), Reranked, skip)
                : new(skip, request.PageSize, 0, 0);
        }
    }
}
