namespace PfP.Search.Queries;

/// <summary>
/// What a typed text means, in the terms of an index. It defines the matching set for every engine: the documents that match all
/// clauses; where there are none (whatever the filters), those that match at least <see cref="FewestOfAny"/> of them.
/// </summary>
/// <param name="Corrected">The text with its misspelt words corrected, where there were any.</param>
public sealed record TextQuery(IReadOnlyList<Clause> Clauses, string? Corrected)
{
    /// <summary>Six in ten of the clauses, or as many as the best document matches where that is fewer: no long tail of chance matches.</summary>
    public int FewestOfAny(int matchedByBest) => Math.Min(Math.Max(1, (int)Math.Ceiling(Clauses.Count * 0.6)), matchedByBest);
}

/// <summary>A word or a name of the text: a document matches it by any of its alternatives.</summary>
public sealed record Clause(IReadOnlyList<Phrase> Alternatives)
{
    public override string ToString() => string.Join(" | ", Alternatives);
}

/// <summary>Terms in a row, stop words not counted; at each place any of several forms.</summary>
public sealed record Phrase(IReadOnlyList<IReadOnlyList<string>> Places)
{
    public override string ToString() => string.Join(' ', Places.Select(forms => string.Join('/', forms)));
}
