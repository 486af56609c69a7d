using PfP.Search.Text;

namespace PfP.Search.Engines.Embedded;

/// <summary>What it adds that the words of the query stand side by side in a document, in their order; more so in its title.</summary>
internal static class Nearness
{
    private const double Bonus = 0.3;
    private const double TitleBonus = 0.4;

    public static double Of(IndexedDocument document, Lexicon lexicon, IReadOnlyList<TermPhrase[]> clauses)
    {
        var (pairs, titlePairs) = (0, 0);
        for (var clause = 0; clause + 1 < clauses.Count; clause++)
        {
            var anywhere = Adjacent(document.Words, lexicon, clauses[clause], clauses[clause + 1]);
            pairs += anywhere ? 1 : 0;
            titlePairs += anywhere && AdjacentInTitle(document, lexicon, clauses[clause], clauses[clause + 1]) ? 1 : 0;
        }
        return ((Bonus * pairs) + (TitleBonus * titlePairs)) / (clauses.Count - 1);
    }

    private static bool AdjacentInTitle(IndexedDocument document, Lexicon lexicon, TermPhrase[] first, TermPhrase[] second)
    {
        foreach (var section in document.Sections)
        {
            if (section.Field == TextField.Title && Adjacent(document.Words.AsSpan(section.Start, section.Length), lexicon, first, second))
            {
                return true;
            }
        }
        return false;
    }

    private static bool Adjacent(ReadOnlySpan<int> words, Lexicon lexicon, TermPhrase[] first, TermPhrase[] second)
    {
        var termsOfWords = lexicon.TermsOfWords;
        for (var start = 0; start < words.Length; start++)
        {
            if (words[start] <= 0)
            {
                continue;
            }
            var end = EndAt(first, words, termsOfWords, start);
            while (end > 0 && end < words.Length && words[end] == 0)
            {
                end++;
            }
            if (end > 0 && end < words.Length && EndAt(second, words, termsOfWords, end) > 0)
            {
                return true;
            }
        }
        return false;
    }

    private static int EndAt(TermPhrase[] alternatives, ReadOnlySpan<int> words, ReadOnlySpan<int> termsOfWords, int start)
    {
        foreach (var phrase in alternatives)
        {
            var end = phrase.EndAt(words, termsOfWords, start);
            if (end > 0)
            {
                return end;
            }
        }
        return -1;
    }
}
