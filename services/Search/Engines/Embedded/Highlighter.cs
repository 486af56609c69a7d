using System.Text;
using PfP.Contracts.Search.Api;
using PfP.Search.Text;

namespace PfP.Search.Engines.Embedded;

/// <summary>Marks in a document's texts what the query matched. The words are known by number, so only their places are looked up again.</summary>
internal sealed class Highlighter(Lexicon lexicon, IReadOnlyList<TermPhrase[]> clauses)
{
    private const int FragmentWords = 32;

    /// <summary>What weighs less is only near to what was typed: it may rank a document, but marking it would puzzle readers.</summary>
    private const float LightestMarked = 0.5f;

    private readonly TermPhrase[] phrases = [.. Marked(clauses)];
    private readonly HashSet<int> starts = TermPhrase.Starts(Marked(clauses));

    public Highlights Of(IndexedDocument document, string language) =>
        phrases.Length == 0
            ? new Highlights(null, null, null)
            : new Highlights(Whole(document, TextField.Title, language), Whole(document, TextField.Summary, language), Fragment(document, language));

    private static IEnumerable<TermPhrase> Marked(IReadOnlyList<TermPhrase[]> clauses) => clauses.SelectMany(clause => clause).Where(phrase => phrase.Weight >= LightestMarked);

    private string? Whole(IndexedDocument document, TextField field, string language)
    {
        var words = document.WordsOf(field, language);
        var marked = new bool[words.Length];
        return Mark(words, marked) && document.TextOf(field, language) is { } text ? Write(text, marked, 0, words.Length) : null;
    }

    /// <summary>The stretch of the body with the most marked words.</summary>
    private string? Fragment(IndexedDocument document, string language)
    {
        var words = document.WordsOf(TextField.Body, language);
        var marked = new bool[words.Length];
        if (!Mark(words, marked) || document.TextOf(TextField.Body, language) is not { } text)
        {
            return null;
        }
        var (best, most, inside) = (0, 0, 0);
        for (var end = 0; end < words.Length; end++)
        {
            inside += marked[end] ? 1 : 0;
            inside -= end >= FragmentWords && marked[end - FragmentWords] ? 1 : 0;
            if (inside > most)
            {
                (best, most) = (Math.Max(0, end - FragmentWords + 1), inside);
            }
        }
        return Write(text, marked, Centred(marked, best), FragmentWords);
    }

    /// <summary>Moves the stretch on so that its first mark has some words before it and the last ones have some after.</summary>
    private static int Centred(bool[] marked, int start)
    {
        var stretch = marked.AsSpan(start, Math.Min(FragmentWords, marked.Length - start));
        var (first, last) = (stretch.IndexOf(true), stretch.LastIndexOf(true));
        var room = FragmentWords - (last - first + 1);
        return Math.Clamp(start + first - (room / 2), 0, Math.Max(0, marked.Length - FragmentWords));
    }

    private bool Mark(ReadOnlySpan<int> words, bool[] marked)
    {
        var termsOfWords = lexicon.TermsOfWords;
        var any = false;
        for (var start = 0; start < words.Length; start++)
        {
            if (words[start] <= 0 || !starts.Contains(termsOfWords[words[start]]))
            {
                continue;
            }
            foreach (var phrase in phrases)
            {
                var end = phrase.EndAt(words, termsOfWords, start);
                if (end > 0)
                {
                    marked.AsSpan(start, end - start).Fill(true);
                    any = true;
                }
            }
        }
        return any;
    }

    private static string Write(string text, bool[] marked, int firstWord, int wordCount)
    {
        var written = new StringBuilder(text.Length + 16);
        var tokens = new Tokenizer(text);
        var (from, word) = (0, 0);
        for (; word < firstWord + wordCount && tokens.MoveNext(); word++)
        {
            if (word < firstWord)
            {
                continue;
            }
            if (word == firstWord && firstWord > 0)
            {
                from = tokens.Start;
                written.Append('…');
            }
            AppendWord(written, text, from, tokens, IsMarked(marked, word), word > firstWord && IsMarked(marked, word - 1), IsMarked(marked, word + 1) && word + 1 < firstWord + wordCount);
            from = tokens.Start + tokens.Length;
        }
        var more = word < marked.Length;
        return more ? written.Append('…').ToString() : written.Append(text.AsSpan(from)).ToString();
    }

    /// <summary>Neighbours that are marked share one pair of marks.</summary>
    private static void AppendWord(StringBuilder written, string text, int from, Tokenizer tokens, bool isMarked, bool wasMarked, bool willBeMarked)
    {
        written.Append(text, from, tokens.Start - from);
        if (isMarked && !wasMarked)
        {
            written.Append(Highlights.Start);
        }
        written.Append(text, tokens.Start, tokens.Length);
        if (isMarked && !willBeMarked)
        {
            written.Append(Highlights.End);
        }
    }

    private static bool IsMarked(bool[] marked, int word) => (uint)word < (uint)marked.Length && marked[word];
}
