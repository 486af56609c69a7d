using PfP.Search.Text;

namespace PfP.Search.Engines.Embedded;

/// <summary>What it adds that the words of the query stand side by side in a document, in their order; more so in its title.</summary>
internal sealed class Nearness(Lexicon lexicon, IReadOnlyList<TermPhrase[]> clauses)
{
    private const double Bonus = 0.3;
    private const double TitleBonus = 0.4;

    /// <summary>Most words of a document begin nothing, and a clause may have dozens of alternatives.</summary>
    private readonly HashSet<int>[] starts = [.. clauses.Select(TermPhrase.Starts)];

    public double Of(IndexedDocument document)
    {
        var (pairs, titlePairs) = (0, 0);
        for (var clause = 0; clause + 1 < clauses.Count; clause++)
        {
            var anywhere = Adjacent(document.Words, clause);
            pairs += anywhere ? 1 : 0;
            titlePairs += anywhere && AdjacentInTitle(document, clause) ? 1 : 0;
        }
        return ((Bonus * pairs) + (TitleBonus * titlePairs)) / (clauses.Count - 1);
    }

    private bool AdjacentInTitle(IndexedDocument document, int clause)
    {
        foreach (var section in document.Sections)
        {
            if (section.Field == TextField.Title && Adjacent(document.Words.AsSpan(section.Start, section.Length), clause))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a match of the next clause follows one of that clause.</summary>
    private bool Adjacent(ReadOnlySpan<int> words, int clause)
    {
        var termsOfWords = lexicon.TermsOfWords;
        for (var start = 0; start < words.Length; start++)
        {
            var end = EndAt(clause, words, termsOfWords, start);
            while (end > 0 && end < words.Length && words[end] == 0)
            {
                end++;
            }
            if (end > 0 && end < words.Length && EndAt(clause + 1, words, termsOfWords, end) > 0)
            {
                return true;
            }
        }
        return false;
    }

    private int EndAt(int clause, ReadOnlySpan<int> words, ReadOnlySpan<int> termsOfWords, int start)
    {
        if (words[start] <= 0 || !starts[clause].Contains(termsOfWords[words[start]]))
        {
            return -1;
        }
        foreach (var phrase in clauses[clause])
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
