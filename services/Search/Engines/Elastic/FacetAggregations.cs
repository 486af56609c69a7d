using System.Text.Json;
using System.Text.Json.Nodes;
using PfP.Contracts.Search.Api;
using PfP.Search.Engines.Embedded;
using PfP.Search.Indexing;
using PfP.Search.Queries;
using PfP.Vocabularies;

namespace PfP.Search.Engines.Elastic;

/// <summary>Counts the values of all facets, each facet without its own selection: the query itself holds none of the facets' conditions.</summary>
internal sealed class FacetAggregations(FilterQueries filters, KnownDocuments known)
{
    /// <summary>More than there are, so that the server's counts are exact.</summary>
    private const int EveryValue = 10_000;

    private const string Unselected = "unselected";
    private const string Statuses = "statuses";
    private readonly IReadOnlyDictionary<Facet, JsonObject> selected = filters.OfFacets();

    public JsonObject Build()
    {
        var aggregations = new JsonObject
        {
            [Unselected] = Under(selected.Values, Facets.All.Where(facet => !selected.ContainsKey(facet))),
        };
        foreach (var facet in selected.Keys)
        {
            aggregations[facet.Name()] = Under(selected.Where(other => other.Key != facet).Select(other => other.Value), [facet]);
        }
        return aggregations;
    }

    public IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Read(JsonElement aggregations, SearchRequest request)
    {
        var counts = new Dictionary<int, int>();
        foreach (var facet in Facets.All)
        {
            var found = aggregations.GetProperty(selected.ContainsKey(facet) ? facet.Name() : Unselected).GetProperty(facet.Name());
            foreach (var (value, count) in Buckets((facet == Facet.CallStatus ? found.GetProperty(Statuses) : found).GetProperty("buckets")))
            {
                counts[known.OrdinalOf(facet, value)] = count;
            }
        }
        return FacetLists.Of(known.FacetValues, ordinal => counts.GetValueOrDefault(ordinal), known.Names, request.Filters, request.Language);
    }

    private JsonObject Under(IEnumerable<JsonObject> conditions, IEnumerable<Facet> facets) => new()
    {
        ["filter"] = Dsl.All(conditions.Select(condition => condition.Clone())),
        ["aggs"] = new JsonObject(facets.Select(facet => new KeyValuePair<string, JsonNode?>(facet.Name(), Counting(facet)))),
    };

    private JsonObject Counting(Facet facet) => facet == Facet.CallStatus
        ? new()
        {
            // What is no call need not be tried with each status.
            ["filter"] = Dsl.Exists(IndexLayout.CallState),
            ["aggs"] = new JsonObject { [Statuses] = OfStatus() },
        }
        : Dsl.Of("terms", new() { ["field"] = IndexLayout.FieldOf(facet), ["size"] = EveryValue });

    private JsonObject OfStatus() => Dsl.Of("filters", new()
    {
        ["filters"] = new JsonObject(Vocabulary.CallStatuses.Select(status => new KeyValuePair<string, JsonNode?>(status.Value, filters.WithStatus(status.Value)))),
    });

    private static IEnumerable<(string Value, int Count)> Buckets(JsonElement buckets) => buckets.ValueKind == JsonValueKind.Object
        ? buckets.EnumerateObject().Select(bucket => (bucket.Name, bucket.Value.GetProperty("doc_count").GetInt32()))
        : buckets.EnumerateArray().Select(bucket => (bucket.GetProperty("key").GetString()!, bucket.GetProperty("doc_count").GetInt32()));
}
