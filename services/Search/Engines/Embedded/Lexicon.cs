using System.Collections.Concurrent;
using System.Numerics;
using PfP.Search.Text;

namespace PfP.Search.Engines.Embedded;

/// <summary>
/// The words and terms of the index. One writer appends; readers see a consistent past, because an entry never changes once it is
/// within the published count (live document counts may be a moment old, which only affects suggestions).
/// </summary>
internal sealed class Lexicon : ILexicon
{
    private readonly ConcurrentDictionary<string, int> terms = new(StringComparer.Ordinal);
    private readonly PrefixOrder order = new();
    private Word[] words = new Word[1024];
    private int[] termsOfWords = new int[1024];
    private int[] termDocuments = new int[1024];
    private int termCount = 1; // term 0 is that of stop words
    private volatile int wordCount = 1; // word 0 stands for all stop words

    /// <summary>Term ids by word id.</summary>
    public ReadOnlySpan<int> TermsOfWords => termsOfWords;

    public Word this[int word] => words[word];

    public int? FindTerm(string term) => terms.TryGetValue(term, out var id) ? id : null;

    public int DocumentsWith(string term) => terms.TryGetValue(term, out var id) ? termDocuments[id] : 0;

    public bool HasTerm(string term) => DocumentsWith(term) > 0;

    public bool HasWord(string folded) => order.StartingWith(folded).Any(word => word.Folded.Length == folded.Length && word.Documents > 0);

    private int AddTerm(string term)
    {
        if (terms.TryGetValue(term, out var id))
        {
            return id;
        }
        id = termCount++;
        if (id == termDocuments.Length)
        {
            Array.Resize(ref termDocuments, id * 2);
        }
        terms[term] = id;
        return id;
    }

    public int AddWord(string folded, string written, string term)
    {
        var id = wordCount;
        if (id == words.Length)
        {
            Array.Resize(ref words, id * 2);
            Array.Resize(ref termsOfWords, id * 2);
        }
        words[id] = new Word(id, folded, written, term, Letters(folded));
        termsOfWords[id] = AddTerm(term);
        order.Add(words[id]);
        wordCount = id + 1;
        return id;
    }

    public void CountWord(int word, int change) => words[word].Documents += change;

    public void CountTerm(int term, int change) => termDocuments[term] += change;

    public IReadOnlyList<KnownWord> StartingWith(string folded, int limit) =>
        [.. order.StartingWith(folded).Where(word => word.Documents > 0).OrderByDescending(word => word.Documents).ThenBy(word => word.Folded, StringComparer.Ordinal)
            .Take(limit).Select(word => word.ToKnown())];

    public IEnumerable<int> WordsStartingWith(string folded) => order.StartingWith(folded).Where(word => word.Documents > 0).Select(word => word.Id);

    public KnownWord? Nearest(string folded, int edits)
    {
        var letters = Letters(folded);
        var count = wordCount; // before the array, which may be replaced by a longer one
        var candidates = words.AsSpan(1, count - 1);
        Word? best = null;
        var fewest = edits;
        foreach (var word in candidates)
        {
            // One edit changes at most two letters of the set, so most words are ruled out without counting edits.
            if (word.Documents == 0 || BitOperations.PopCount(word.Letters ^ letters) > 2 * fewest || Math.Abs(word.Folded.Length - folded.Length) > fewest)
            {
                continue;
            }
            var distance = EditDistance.Between(folded, word.Folded, fewest);
            if (distance < fewest || (distance == fewest && (best is null || IsLikelier(word, best, folded))))
            {
                (best, fewest) = (word, distance);
            }
        }
        return best?.ToKnown();
    }

    private static bool IsLikelier(Word word, Word than, string typed)
    {
        var sameStart = (word.Folded[0] == typed[0]).CompareTo(than.Folded[0] == typed[0]);
        var documents = word.Documents.CompareTo(than.Documents);
        return (sameStart != 0 ? sameStart : documents != 0 ? documents : string.CompareOrdinal(than.Folded, word.Folded)) > 0;
    }

    private static ulong Letters(string folded)
    {
        var letters = 0UL;
        foreach (var character in folded)
        {
            letters |= 1UL << (character is >= 'a' and <= 'z' ? character - 'a' : 26 + (character % 38));
        }
        return letters;
    }

    internal sealed record Word(int Id, string Folded, string Written, string Stem, ulong Letters)
    {
        public int Documents { get; set; }

        public KnownWord ToKnown() => new(Folded, Written, Stem, Documents);
    }
}
