namespace PfP.Search.Queries;

/// <summary>
/// What a typed text means, in the terms of an index. It defines the matching set for every engine: the documents that match at least
/// <see cref="FewestOfAny"/> of the clauses, counted over the whole index whatever the filters. Weights only rank: an engine lets an
/// alternative count by its weight and by the rarity of its own terms, but never as rarer than the clause's full-weight alternatives
/// where the index has any of those.
/// </summary>
/// <param name="Corrected">The text with its misspelt words corrected, where there were any.</param>
public sealed record TextQuery(IReadOnlyList<Clause> Clauses, string? Corrected)
{
    /// <summary>Few words are all meant; who types a sentence rarely hits on every word of the answer.</summary>
    private const int MostWanted = 3;

    /// <summary>
    /// All of up to three clauses where a document matches all. Otherwise six in ten, but no more than three, or as many as the best document
    /// matches where that is fewer: no long tail of chance matches.
    /// </summary>
    public int FewestOfAny(int matchedByBest) =>
        matchedByBest == Clauses.Count && Clauses.Count <= MostWanted ? Clauses.Count : Math.Min(Math.Clamp((int)Math.Ceiling(Clauses.Count * 0.6), 1, MostWanted), matchedByBest);

    /// <summary>The same without forms that the index does not have, and without alternatives of which nothing is left.</summary>
    public TextQuery Known(Func<string, bool> isThere) => this with
    {
        Clauses = [.. Clauses.Select(clause => new Clause([.. clause.Alternatives
            .Select(phrase => phrase with { Places = [.. phrase.Places.Select(forms => forms.Where(isThere).ToArray())] })
            .Where(phrase => phrase.Places.All(forms => forms.Count > 0))]))],
    };

    /// <summary>Whether a document that matches all clauses leaves out those that match fewer.</summary>
    public bool WantsAll => Clauses.Count <= MostWanted;
}

/// <summary>A word or a name of the text: a document matches it by any of its alternatives.</summary>
public sealed record Clause(IReadOnlyList<Phrase> Alternatives)
{
    public override string ToString() => string.Join(" | ", Alternatives);
}

/// <summary>Terms in a row, stop words not counted; at each place any of several forms.</summary>
/// <param name="Weight">1 for what was typed; less for what may stand for it. One that stands for several words is an alternative in the clause of each.</param>
public sealed record Phrase(IReadOnlyList<IReadOnlyList<string>> Places, double Weight = 1)
{
    public override string ToString() => string.Join(' ', Places.Select(forms => string.Join('/', forms)));
}
