using PfP.Search.Queries;

namespace PfP.Search.Engines.Embedded;

/// <summary>A phrase of the query in this index's term numbers.</summary>
/// <param name="Places">At each place the terms that fit; a place without any fits nothing.</param>
/// <param name="Documents">How many documents hold it, where the snapshot is but a part of what is searched.</param>
internal sealed record TermPhrase(int[][] Places, float Weight, int? Documents)
{
    public bool IsPossible => Array.TrueForAll(Places, terms => terms.Length > 0);

    public static TermPhrase Of(Phrase phrase, Lexicon lexicon, int? documents = null) =>
        new([.. phrase.Places.Select(forms => forms.Select(lexicon.FindTerm).OfType<int>().ToArray())], (float)phrase.Weight, documents);

    /// <summary>The terms with which any of them begins.</summary>
    public static HashSet<int> Starts(IEnumerable<TermPhrase> phrases) => [.. phrases.SelectMany(phrase => phrase.Places.Length > 0 ? phrase.Places[0] : [])];

    /// <summary>Where the phrase that begins at that word ends (exclusive), or -1. Stop words in between are passed over.</summary>
    public int EndAt(ReadOnlySpan<int> words, ReadOnlySpan<int> termsOfWords, int start)
    {
        var place = 0;
        for (var index = start; index < words.Length; index++)
        {
            var word = words[index];
            if (word == 0 && place > 0)
            {
                continue;
            }
            if (word <= 0 || Array.IndexOf(Places[place], termsOfWords[word]) < 0)
            {
                return -1;
            }
            if (++place == Places.Length)
            {
                return index + 1;
            }
        }
        return -1;
    }

    public bool OccursIn(ReadOnlySpan<int> words, ReadOnlySpan<int> termsOfWords)
    {
        for (var start = 0; start < words.Length; start++)
        {
            if (EndAt(words, termsOfWords, start) >= 0)
            {
                return true;
            }
        }
        return false;
    }
}
