namespace PfP.Search.Text;

/// <summary>A word as it is written in live documents.</summary>
/// <param name="Folded">Without case and accents.</param>
/// <param name="Written">As the first document wrote it, in lower case.</param>
/// <param name="Term">Its stem, under which the index keeps it.</param>
public readonly record struct KnownWord(string Folded, string Written, string Term, int Documents);

/// <summary>What a query can be made of: the words of an index. Each engine answers for its own.</summary>
public interface ILexicon
{
    /// <summary>Whether a live document holds that stem.</summary>
    bool HasTerm(string term);

    /// <summary>Whether a live document holds that very word.</summary>
    bool HasWord(string folded);

    /// <summary>Words that begin so, those of most documents first.</summary>
    IReadOnlyList<KnownWord> StartingWith(string folded, int limit);

    /// <summary>The likeliest word within that many edits: the fewest edits, then the same first letter, then the most documents.</summary>
    KnownWord? Nearest(string folded, int edits);
}
