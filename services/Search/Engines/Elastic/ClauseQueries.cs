using System.Text.Json.Nodes;
using PfP.Search.Queries;

namespace PfP.Search.Engines.Elastic;

/// <summary>Says in the server's words what a clause of a query finds, and how much that is worth.</summary>
internal static class ClauseQueries
{
    public static JsonObject Matching(Clause clause)
    {
        string[] single = [.. clause.Alternatives.Where(phrase => phrase.Places.Count == 1).SelectMany(phrase => phrase.Places[0]).Select(EntryFields.Token).Distinct()];
        JsonObject[] ways =
        [
            .. single.Length > 0 ? [Dsl.Terms(IndexLayout.Words, single)] : (JsonObject[])[],
            .. clause.Alternatives.Where(phrase => phrase.Places.Count > 1).Select(InARow),
        ];
        return ways.Length > 0 ? Dsl.Any(ways) : Dsl.Nothing;
    }

    /// <summary>Close to the impact that <see cref="Embedded.ClausePostings"/> gives: the best alternative counts. It chooses whom to rank exactly.</summary>
    public static JsonObject Scoring(Clause clause) => clause.Alternatives.Where(phrase => phrase.Places.Count > 0).Select(Scoring).ToArray() is { Length: > 0 } ways
        ? Dsl.Best(ways)
        : Dsl.Nothing;

    private static JsonObject Scoring(Phrase phrase)
    {
        if (phrase.Places is [var forms])
        {
            return Scoring(forms, phrase.Weight);
        }
        var scored = Dsl.All(InARow(phrase));
        scored["bool"]!["must"] = new JsonArray([.. phrase.Places.Select(forms => Scoring(forms, 1))]);
        scored["bool"]!["boost"] = phrase.Weight / phrase.Places.Count;
        return scored;
    }

    private static JsonObject Scoring(IReadOnlyList<string> forms, double weight) => Dsl.Best([.. forms.Select(form => Dsl.Term(IndexLayout.Weights, EntryFields.Token(form)))], weight);

    private static JsonObject InARow(Phrase phrase) => Dsl.Of("span_near", new()
    {
        ["clauses"] = new JsonArray([.. phrase.Places.Select(forms => Dsl.Of("span_or", new()
        {
            ["clauses"] = new JsonArray([.. forms.Select(form => Dsl.Of("span_term", new() { [IndexLayout.Words] = EntryFields.Token(form) }))]),
        }))]),
        ["slop"] = 0,
        ["in_order"] = true,
    });
}
