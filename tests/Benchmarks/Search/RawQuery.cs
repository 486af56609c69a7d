using System.Text.Json.Nodes;
using PfP.Contracts.Search.Api;
using PfP.Search.Engines.Elastic;
using PfP.Search.Indexing;
using PfP.Search.Queries;

namespace PfP.Benchmarks.Search;

/// <summary>
/// One of the queries in a search server's own words. It is told what ours has to find out: whether all words can be had, or most of them,
/// or one is misspelt.
/// </summary>
internal static class RawQuery
{
    public static readonly string[] Texts = ["title", "summary", "labels", "body"];

    private static readonly string[] Weighted = ["title^4", "summary^2", "labels^2", "body"];

    public static JsonObject Of(BenchmarkQuery query)
    {
        var request = new RequestReader(SearchParameters.Of(query.QueryString)).Read(TimeProvider.System.GetUtcNow());
        var filters = new FilterQueries(request);
        var selected = filters.OfFacets();
        return new JsonObject
        {
            ["size"] = request.PageSize,
            ["track_total_hits"] = true,
            ["_source"] = Dsl.Array(["title", "summary", "facet", "shown"]),
            ["query"] = Dsl.Of("bool", new()
            {
                ["must"] = new JsonArray([.. Matching(query.Kind, request.Text!)]),
                ["filter"] = new JsonArray([.. filters.Others()]),
            }),
            ["post_filter"] = Dsl.All(selected.Values),
            ["aggs"] = Counts(filters),
            ["highlight"] = Marks(),
            ["sort"] = Order(request),
        };
    }

    private static IEnumerable<JsonObject> Matching(QueryKind kind, string text) => kind switch
    {
        QueryKind.Typo => text.Split(' ').Select(word => Match(word, new() { ["type"] = "best_fields", ["fuzziness"] = "AUTO", ["prefix_length"] = 1 })),
        // Most of them, as with us.
        QueryKind.AnyWords => [Match(text, new() { ["type"] = "cross_fields", ["minimum_should_match"] = "60%" })],
        _ => [Match(text, new() { ["type"] = "cross_fields", ["operator"] = "and" })],
    };

    private static JsonObject Match(string text, JsonObject how)
    {
        how["query"] = text;
        how["fields"] = Dsl.Array(Weighted);
        return Dsl.Of("multi_match", how);
    }

    /// <summary>Each facet without its own selection.</summary>
    private static JsonObject Counts(FilterQueries filters) => new(Facets.All.Where(facet => facet != Facet.CallStatus).GroupBy(facet => filters.OfFacets().ContainsKey(facet) ? facet.Name() : "others")
        .Select(group => KeyValuePair.Create<string, JsonNode?>(group.Key, new JsonObject
        {
            ["filter"] = Dsl.All(filters.OfFacets().Where(other => other.Key.Name() != group.Key).Select(other => other.Value)),
            ["aggs"] = new JsonObject(group.Select(facet => KeyValuePair.Create<string, JsonNode?>(
                facet.Name(), Dsl.Of("terms", new() { ["field"] = IndexLayout.FieldOf(facet), ["size"] = 1000 })))),
        })));

    private static JsonObject Marks() => new()
    {
        ["pre_tags"] = Dsl.Array([Highlights.Start.ToString()]),
        ["post_tags"] = Dsl.Array([Highlights.End.ToString()]),
        ["fields"] = new JsonObject
        {
            ["title"] = new JsonObject { ["number_of_fragments"] = 0 },
            ["summary"] = new JsonObject { ["number_of_fragments"] = 0 },
            ["body"] = new JsonObject { ["number_of_fragments"] = 1, ["fragment_size"] = 200 },
        },
    };

    private static JsonArray Order(SearchRequest request) => request is { Sort: SortOrder.Distance, Filters.Near: { } near }
        ? [Dsl.Of("_geo_distance", new() { [IndexLayout.Places] = FilterQueries.Point(near.Latitude, near.Longitude), ["unit"] = "km" }), Newest()]
        : ["_score", Newest()];

    private static JsonObject Newest() => new() { [IndexLayout.Newest] = "desc" };
}
