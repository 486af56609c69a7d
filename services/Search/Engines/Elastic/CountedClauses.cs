using System.Text.Json;
using System.Text.Json.Nodes;
using PfP.Search.Engines.Embedded;
using PfP.Search.Queries;

namespace PfP.Search.Engines.Elastic;

/// <summary>How many documents match the clauses of a query. Those of a single word are known; names and words of several forms the server counts.</summary>
internal sealed class CountedClauses(TextQuery query, KnownDocuments known)
{
    private const string Clauses = "clauses";

    /// <summary>Null where all is known.</summary>
    public JsonObject? Counting => Unknown().ToList() is { Count: > 0 } unknown
        ? new()
        {
            // Only documents that match one of them are looked at, instead of the whole index.
            ["query"] = Dsl.All(Dsl.Term(IndexLayout.Live, true), Dsl.Any(unknown.Select(clause => clause.Matching.Clone()))),
            ["size"] = 0,
            ["track_total_hits"] = false,
            ["aggs"] = new JsonObject { [Clauses] = Dsl.Of("filters", new() { ["filters"] = new JsonObject(unknown.Select(clause => KeyValuePair.Create<string, JsonNode?>(clause.Name, clause.Matching))) }) },
        }
        : null;

    public ClauseCounts Read(JsonElement counted)
    {
        return new([.. query.Clauses.Select((clause, number) => new ClauseCount(
            Documents(Typed(clause), $"{number}"),
            [.. clause.Alternatives.Select((phrase, alternative) => phrase.Weight < 1 ? Documents(new([phrase]), $"{number}.{alternative}") : (int?)null)]))], known.Live);

        int Documents(Clause clause, string name) => known.DocumentsWith(clause)
            ?? counted.GetProperty("aggregations").GetProperty(Clauses).GetProperty("buckets").GetProperty(name).GetProperty("doc_count").GetInt32();
    }

    private IEnumerable<(string Name, JsonObject Matching)> Unknown() => query.Clauses
        .SelectMany((clause, number) => clause.Alternatives.Index().Where(entry => entry.Item.Weight < 1)
            .Select(entry => (Name: $"{number}.{entry.Index}", Clause: new Clause([entry.Item]))).Prepend((Name: $"{number}", Clause: Typed(clause))))
        .Where(part => known.DocumentsWith(part.Clause) is null)
        .Select(part => (part.Name, ClauseQueries.Matching(part.Clause)));

    /// <summary>The alternatives of full weight.</summary>
    private static Clause Typed(Clause clause) => new([.. clause.Alternatives.Where(phrase => phrase.Weight >= 1)]);
}
