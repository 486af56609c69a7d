using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PfP.Search.Engines.Embedded;
using PfP.Search.Queries;

namespace PfP.Search.Engines.Elastic;

/// <param name="Condition">The matching set.</param>
/// <param name="Counts">Where they matter: of several clauses, or alternatives of several weights.</param>
internal sealed record TextMatch(JsonObject Condition, ClauseCounts? Counts);

/// <summary>
/// Finds out what a text matches: as many clauses as are wanted where something in the whole index matches all, or fewer. That is asked in one
/// go with the search itself, which takes for granted that something does.
/// </summary>
internal sealed class TextSearch(ElasticClient client, string index)
{
    private const string Clause = "clause";

    /// <param name="search">The search for what meets a condition.</param>
    public async Task<(JsonElement Answer, TextMatch Match)> SearchAsync(TextQuery? query, Func<JsonObject, JsonObject> search, CancellationToken cancellationToken)
    {
        var likely = Likely(query);
        if (query is null || !IsCounted(query))
        {
            return ((await AskAsync([search(likely)], cancellationToken))[0], new(likely, null));
        }
        var answers = await AskAsync([Counting(query), search(likely)], cancellationToken);
        var match = Read(query, answers[0]);
        return (match.Condition == likely ? answers[1] : (await AskAsync([search(match.Condition)], cancellationToken))[0], match);

        TextMatch Read(TextQuery text, JsonElement counted)
        {
            return new(IsAsLikely(text, BestOf(counted)) ? likely : Matching(text, BestOf(counted)), CountsOf(text, counted));
        }
    }

    public async Task<JsonObject> ConditionAsync(TextQuery? query, CancellationToken cancellationToken)
    {
        if (query is null or { Clauses.Count: < 2 })
        {
            return Likely(query);
        }
        var best = BestOf((await AskAsync([Counting(query)], cancellationToken))[0]);
        return IsAsLikely(query, best) ? Likely(query) : Matching(query, best);
    }

    private async Task<JsonElement[]> AskAsync(IReadOnlyList<JsonObject> searches, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        foreach (var search in searches)
        {
            lines.Append("""{"allow_partial_search_results":false}""").Append('\n').Append(search.ToJsonString()).Append('\n');
        }
        var answer = await client.ReadAsync(HttpMethod.Post, $"{index}/_msearch", Encoding.UTF8.GetBytes(lines.ToString()), cancellationToken);
        return [.. answer.GetProperty("responses").EnumerateArray().Select(Checked)];
    }

    private static JsonElement Checked(JsonElement answer)
    {
        if (!answer.TryGetProperty("error", out _))
        {
            return answer;
        }
        var status = answer.GetProperty("status").GetInt32();
        // An index that is gone is being built anew, or another has taken its place.
        throw status is 404 or 429 or >= 500 ? new EngineUnavailableException($"Elasticsearch cannot search: {ElasticJson.Reason(answer)}") : new ElasticException((System.Net.HttpStatusCode)status, ElasticJson.Reason(answer));
    }

    private static JsonObject Likely(TextQuery? query) =>
        query is null ? Dsl.Everything : query.Clauses.Count == 0 ? Dsl.Nothing : Matching(query, query.Clauses.Count);

    private static bool IsAsLikely(TextQuery query, int best) => best == 0 || query.FewestOfAny(best) == query.FewestOfAny(query.Clauses.Count);

    private static JsonObject Matching(TextQuery query, int best)
    {
        var clauses = query.Clauses.Select(ClauseQueries.Matching);
        var fewest = query.FewestOfAny(best);
        return fewest == query.Clauses.Count ? Dsl.All(clauses) : Dsl.Any(clauses, Math.Max(1, fewest));
    }

    private static bool IsCounted(TextQuery query) => query.Clauses.Count > 1 || query.Clauses.Any(clause => clause.Alternatives.Any(phrase => phrase.Weight < 1));

    /// <summary>Each clause is worth one, so the best score is the most clauses that a document matches.</summary>
    private static JsonObject Counting(TextQuery query) => new()
    {
        ["query"] = Live(Dsl.Any(query.Clauses.Select(clause => Dsl.Constant(ClauseQueries.Matching(clause), 1)))),
        ["size"] = 1,
        ["_source"] = false,
        ["aggs"] = new JsonObject
        {
            ["all"] = new JsonObject
            {
                ["global"] = new JsonObject(),
                ["aggs"] = new JsonObject
                {
                    ["live"] = new JsonObject { ["filter"] = Dsl.Term(IndexLayout.Live, true) },
                },
            },
            [Clause] = Dsl.Of("filters", new()
            {
                ["filters"] = new JsonObject(query.Clauses.SelectMany(Counted)),
            }),
        },
    };

    /// <summary>The alternatives of full weight together, and each of the others.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Counted(Clause clause, int number)
    {
        yield return new($"{number}", ClauseQueries.Matching(new([.. clause.Alternatives.Where(phrase => phrase.Weight >= 1)])));
        foreach (var (alternative, phrase) in clause.Alternatives.Index().Where(entry => entry.Item.Weight < 1))
        {
            yield return new($"{number}.{alternative}", ClauseQueries.Matching(new([phrase])));
        }
    }

    private static JsonObject Live(JsonObject scoring)
    {
        var live = Dsl.All(Dsl.Term(IndexLayout.Live, true));
        live["bool"]!["must"] = new JsonArray(scoring);
        return live;
    }

    private static int BestOf(JsonElement counted) =>
        counted.GetProperty("hits").GetProperty("max_score") is { ValueKind: JsonValueKind.Number } best ? (int)Math.Round(best.GetDouble()) : 0;

    private static ClauseCounts CountsOf(TextQuery query, JsonElement counted)
    {
        var aggregations = counted.GetProperty("aggregations");
        var clauses = aggregations.GetProperty(Clause).GetProperty("buckets");
        return new(
            [.. query.Clauses.Select((clause, number) => new ClauseCount(
                Documents($"{number}"), [.. clause.Alternatives.Select((phrase, alternative) => phrase.Weight < 1 ? Documents($"{number}.{alternative}") : (int?)null)]))],
            aggregations.GetProperty("all").GetProperty("live").GetProperty("doc_count").GetInt32());

        int Documents(string filter) => clauses.GetProperty(filter).GetProperty("doc_count").GetInt32();
    }
}
