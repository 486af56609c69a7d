using PfP.Contracts.Search.Api;
using PfP.Search.Queries;
using PfP.Search.Text;
using PfP.ServiceDefaults.Input;

namespace PfP.Search.SynonymGroups;

/// <summary>What a group of synonyms has to be, beside the others that there are.</summary>
internal static class SynonymRules
{
    private const string Field = "expressions";

    /// <summary>One line each, without what surrounds it; empty ones are left out.</summary>
    public static string[] Clean(SynonymGroupRequest request) => [.. (request.Expressions ?? []).Select(expression => expression?.Trim() ?? "").Where(expression => expression.Length > 0)];

    /// <summary>What is wrong, at the list or at one of <paramref name="expressions"/>: <c>expressions[2]</c>.</summary>
    public static IReadOnlyList<Breach> Check(string[] expressions, bool isOneWay, IEnumerable<SynonymGroup> others)
    {
        if (expressions.Length is < SynonymLimits.FewestExpressions or > SynonymLimits.MostExpressions)
        {
            return [new Breach(Field, $"From {SynonymLimits.FewestExpressions} to {SynonymLimits.MostExpressions} expressions mean the same.")];
        }
        // What finds a group stands in no other: else it would be hard to tell which of them to change.
        var taken = others.SelectMany(other => Finding(other.Expressions, other.IsOneWay).Select(expression => (Key: Synonyms.Key(expression), Group: other)))
            .ToLookup(entry => entry.Key, entry => entry.Group);
        var finding = Finding(expressions, isOneWay).Count();
        var keys = expressions.Select(Synonyms.Key).ToList();
        return [.. expressions.Select((expression, index) => Wrong(expression, keys.IndexOf(keys[index]) < index, index < finding ? taken[keys[index]].FirstOrDefault() : null) is { } wrong
            ? new Breach($"{Field}[{index}]", wrong)
            : null).OfType<Breach>()];
    }

    private static IEnumerable<string> Finding(string[] expressions, bool isOneWay) => isOneWay ? expressions.Take(1) : expressions;

    private static string? Wrong(string expression, bool isSaid, SynonymGroup? other)
    {
        if (!PlainText.IsLine(expression, SynonymLimits.LongestExpression))
        {
            return $"It is one line of at most {SynonymLimits.LongestExpression} characters.";
        }
        var (counting, typed) = (Synonyms.Words(expression), QueryText.Parse(expression).Words.Count);
        return counting.Count == 0 ? "It has no word that can be searched for."
            : typed > SynonymLimits.MostWords ? $"It has at most {SynonymLimits.MostWords} words."
            // "UN Migration" would be "migration", and everything about that would be the same as the rest of the group.
            : counting.Count == 1 && typed > 1 ? $"Search leaves small words out, and of this only “{counting[0]}” is left: give that word alone, or more words."
            : isSaid ? "Another expression of the group is the same: case, accents and endings do not count."
            : other is not null ? $"It stands in another group: {string.Join(", ", other.Expressions)}."
            : null;
    }
}
