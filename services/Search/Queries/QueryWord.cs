using System.Buffers;
using PfP.Search.Text;

namespace PfP.Search.Queries;

/// <summary>A word of a typed text.</summary>
/// <param name="Open">The text ends with it, so it may still be growing.</param>
internal sealed record QueryWord(string Folded, int Start, int Length, bool Quoted, bool IsAcronym, bool Open)
{
    public bool IsStopWord => !IsAcronym && StopWords.ContainsInAny(Folded);
}

/// <summary>A typed text cut into words and quoted phrases. Anything else in it (operators, punctuation, emoji) only parts words.</summary>
internal sealed record QueryText(string Text, IReadOnlyList<QueryWord> Words)
{
    private const int MostCharacters = 1000;
    private const int MostWords = 32;
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»");

    public static QueryText Parse(string text)
    {
        var cut = Cut(text);
        var words = new List<QueryWord>();
        var tokens = new Tokenizer(cut);
        var (quoted, from) = (false, 0);
        var mixedCase = cut.Any(char.IsLower);
        while (words.Count < MostWords && tokens.MoveNext())
        {
            quoted ^= cut.AsSpan(from, tokens.Start - from).CountAny(Quotes) % 2 == 1;
            from = tokens.Start + tokens.Length;
            var folded = Folding.Fold(tokens.Word);
            if (folded.Length > 0)
            {
                var acronym = Acronyms.LooksLikeOne(tokens.Word) && (mixedCase || words.Count == 0);
                words.Add(new QueryWord(folded, tokens.Start, tokens.Length, quoted && cut.AsSpan(from).ContainsAny(Quotes), acronym, from == cut.Length));
            }
        }
        return new QueryText(cut, words);
    }

    /// <summary>Never between the halves of a surrogate pair.</summary>
    private static string Cut(string text) =>
        text.Length <= MostCharacters ? text : text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
}
