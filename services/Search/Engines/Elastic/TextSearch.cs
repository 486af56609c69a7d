using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PfP.Search.Engines.Embedded;
using PfP.Search.Queries;

namespace PfP.Search.Engines.Elastic;

/// <summary>What a text matches, where the best document matches so many of its clauses. A node of JSON has one parent, so each asking makes it anew.</summary>
internal sealed class TextCondition(TextQuery? query, int best)
{
    /// <summary>So many clauses have to match.</summary>
    public int Fewest { get; } = Math.Max(1, query?.FewestOfAny(best) ?? 0);

    /// <summary>The matching set.</summary>
    public JsonObject Matching() => By(ClauseQueries.Matching);

    /// <summary>The same, scored.</summary>
    public JsonObject Scoring() => By(ClauseQueries.Scoring);

    private JsonObject By(Func<Clause, JsonObject> part) =>
        query is null ? Dsl.Everything : query.Clauses.Count == 0 ? Dsl.Nothing : Dsl.Any(query.Clauses.Select(part), Fewest);
}

/// <param name="Counts">Where they matter: of several clauses, or alternatives of several weights.</param>
internal sealed record TextMatch(TextCondition Condition, ClauseCounts? Counts);

/// <summary>
/// Finds out what a text matches: as many clauses as are wanted where something in the whole index matches all, or fewer. The search itself
/// takes for granted that something does: where it finds anything, something did, and only where it finds nothing that has to be asked.
/// </summary>
internal sealed class TextSearch(ElasticClient client, string index, KnownDocuments known)
{
    /// <param name="search">The search for what meets a condition.</param>
    public async Task<(JsonElement Answer, TextMatch Match)> SearchAsync(TextQuery? query, Func<TextCondition, JsonObject> search, CancellationToken cancellationToken)
    {
        var likely = Likely(query);
        var counted = query is not null && IsCounted(query) ? new CountedClauses(query, known) : null;
        var answers = await AskAsync(counted?.Counting is { } counting ? [search(likely), counting] : [search(likely)], cancellationToken);
        var counts = counted?.Read(answers.ElementAtOrDefault(1));
        if (query is null or { Clauses.Count: < 2 } || answers[0].Total() > 0)
        {
            return (answers[0], new(likely, counts));
        }
        var condition = await ConditionAsync(query, cancellationToken);
        return (condition.Fewest == likely.Fewest ? answers[0] : (await AskAsync([search(condition)], cancellationToken))[0], new(condition, counts));
    }

    public async Task<TextCondition> ConditionAsync(TextQuery? query, CancellationToken cancellationToken)
    {
        if (query is null or { Clauses.Count: < 2 })
        {
            return Likely(query);
        }
        var best = BestOf((await AskAsync([Best(query)], cancellationToken))[0]);
        return best == 0 ? Likely(query) : new(query, best);
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

    private static TextCondition Likely(TextQuery? query) => new(query, query?.Clauses.Count ?? 0);

    private static bool IsCounted(TextQuery query) => query.Clauses.Count > 1 || query.Clauses.Any(clause => clause.Alternatives.Any(phrase => phrase.Weight < 1));

    /// <summary>Each clause is worth one, so the best score is the most clauses that a document matches.</summary>
    private static JsonObject Best(TextQuery query)
    {
        var clauses = Dsl.Any(query.Clauses.Select(clause => Dsl.Constant(ClauseQueries.Matching(clause), 1)));
        return new() { ["query"] = Dsl.Scored(clauses, [Dsl.Term(IndexLayout.Live, true)]), ["size"] = 1, ["_source"] = false };
    }

    private static int BestOf(JsonElement answer) =>
        answer.GetProperty("hits").GetProperty("max_score") is { ValueKind: JsonValueKind.Number } best ? (int)Math.Round(best.GetDouble()) : 0;
}
