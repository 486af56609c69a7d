using System.Text;
using PfP.Search.Text;
using PfP.Search.Words;

namespace PfP.Search.Queries;

/// <summary>Makes the query model from a text: names and acronyms, stems in any language, words begun, slips of the finger, other words for the same.</summary>
/// <param name="otherWords">Those that are installed, unless others are given.</param>
/// <param name="addedSynonyms">None, unless they are given.</param>
internal sealed class QueryBuilder(ILexicon lexicon, Synonyms synonyms, Meanings? otherWords = null, AddedSynonyms? addedSynonyms = null)
{
    private const int ShortestBeginning = 2;
    private const int MostEndings = 40;

    /// <summary>From this length on, a neighbour one edit away is a likelier reading than an unseen form with a seen stem.</summary>
    private const int TellingLength = 8;

    private readonly Meanings meanings = otherWords ?? InstalledWords.Meanings;
    private readonly AddedSynonyms added = addedSynonyms ?? AddedSynonyms.None;

    /// <summary>Null where nothing was typed.</summary>
    public static TextQuery? Read(SearchRequest request, ILexicon lexicon, Synonyms synonyms) =>
        string.IsNullOrWhiteSpace(request.Text) ? null : new QueryBuilder(lexicon, synonyms, addedSynonyms: request.Synonyms).Build(request.Text);

    public TextQuery Build(string typed)
    {
        var text = QueryText.Parse(typed);
        var language = meanings.LanguageOf([.. text.Words.Select(word => word.Folded)], lexicon);
        var meant = Added(text);
        var words = text.Words.Select(word => meant.Contains(word) ? new Reading(word, word.Folded, null, []) : Read(word, language)).ToList();
        return new TextQuery(Clauses(words, language), Corrected(text, words));
    }

    /// <summary>Words of expressions that the secretariat has added. They are what they are, though the index has other words like them.</summary>
    private HashSet<QueryWord> Added(QueryText text)
    {
        var meant = new HashSet<QueryWord>();
        var counting = text.Words.Where(word => !word.IsStopWord || text.Words.Count == 1).ToList();
        for (var from = 0; from < counting.Count; from++)
        {
            for (var length = Math.Min(added.LongestForm, counting.Count - from); length > 0; length--)
            {
                var candidate = counting.GetRange(from, length);
                if (!candidate.Exists(word => word.Quoted) && added.Find(Synonyms.KeyOf(candidate.Select(word => word.Folded))).Count > 0)
                {
                    meant.UnionWith(candidate);
                }
            }
        }
        return meant;
    }

    /// <summary>Finds out what a word means to this index.</summary>
    private Reading Read(QueryWord word, string language)
    {
        if (word.IsStopWord || word.Quoted || IsKnown(word.Folded) || IsName([word]) || meanings.Knows(word.Folded, language))
        {
            return new Reading(word, word.Folded, null, []);
        }
        var endings = word.Open && word.Folded.Length >= ShortestBeginning ? Endings(word.Folded) : [];
        if (endings.Length > 0)
        {
            return new Reading(word, word.Folded, null, endings);
        }
        var edits = word.Folded.Any(char.IsDigit) ? 0 : EditDistance.Tolerated(word.Folded.Length);
        if (edits > 0 && lexicon.Nearest(word.Folded, edits) is { } nearest)
        {
            return new Reading(word, nearest.Folded, nearest.Written, []);
        }
        return new Reading(word, word.Folded, null, word.Folded.Length > ShortestBeginning ? Endings(word.Folded) : []);
    }

    private bool IsKnown(string folded) =>
        lexicon.HasWord(folded)
        || (Stemmer.StemsInAnyLanguage(folded).Any(lexicon.HasTerm)
            && (folded.Length < TellingLength || lexicon.Nearest(folded, 1) is not { } nearest || nearest.Folded[0] != folded[0]));

    private string[] Endings(string beginning) =>
        [.. lexicon.StartingWith(beginning, MostEndings).Select(word => word.Term).Distinct()];

    /// <summary>A word that is said twice counts once.</summary>
    private List<Clause> Clauses(List<Reading> words, string language)
    {
        var clauses = new List<Clause>();
        var said = new HashSet<string>();
        var counting = words.Where(word => !word.Word.IsStopWord || words.Count == 1).ToList();
        var others = Others(counting, language);
        for (var index = 0; index < counting.Count;)
        {
            var (clause, length) = counting[index].Word.Quoted ? Quoted(counting, index) : Name(counting, index) ?? (Single(counting[index]), 1);
            if (clause is not null && said.Add(clause.ToString()))
            {
                clauses.Add(With(clause, others.Where(other => other.From <= index && other.To >= index + length).Select(other => other.Phrase)));
            }
            index += length;
        }
        return clauses;
    }

    /// <summary>What else neighbouring words may stand for.</summary>
    private List<(int From, int To, Phrase Phrase)> Others(List<Reading> words, string language)
    {
        var others = new List<(int, int, Phrase)>();
        for (var from = 0; from < words.Count; from++)
        {
            for (var to = from + 1; to <= Math.Min(words.Count, from + Meanings.LongestForm) && words[to - 1].IsPlain; to++)
            {
                others.AddRange(meanings.Of([.. words[from..to].Select(word => word.Folded)], language).Select(phrase => (from, to, phrase)));
            }
        }
        return others;
    }

    /// <summary>What is typed stays first, and what is found in several ways keeps its greatest weight.</summary>
    private static Clause With(Clause clause, IEnumerable<Phrase> others)
    {
        var lighter = others.OrderByDescending(phrase => phrase.Weight).DistinctBy(phrase => phrase.ToString()).ToList();
        return lighter.Count == 0 ? clause : new Clause([.. clause.Alternatives.Concat(lighter).DistinctBy(phrase => phrase.ToString())]);
    }

    private static (Clause, int) Quoted(List<Reading> words, int from)
    {
        var phrase = words.Skip(from).TakeWhile(word => word.Word.Quoted).ToList();
        return (new Clause([new Phrase([.. phrase.Select(word => Forms(word.Folded))])]), phrase.Count);
    }

    /// <summary>The longest name that begins here, as all its forms.</summary>
    private (Clause?, int)? Name(List<Reading> words, int from)
    {
        for (var length = Math.Min(Math.Max(synonyms.LongestForm, added.LongestForm), words.Count - from); length > 0; length--)
        {
            var candidate = words.GetRange(from, length);
            var forms = candidate.Exists(word => word.Word.Quoted || word.Endings.Count > 0) ? [] : synonyms.Find(candidate.Select(word => word.Folded), added);
            if (forms.Count > 0)
            {
                return (new Clause([.. forms.Select(form => new Phrase([.. Synonyms.Words(form).Select(Forms)]))]), length);
            }
        }
        return null;
    }

    private bool IsName(IReadOnlyList<QueryWord> words) => synonyms.Find(words.Select(word => word.Folded), added).Count > 0;

    private static Clause? Single(Reading word)
    {
        if (word.Word.IsStopWord)
        {
            return null;
        }
        return new Clause([.. (word.Endings.Count > 0 ? word.Endings : Forms(word.Folded)).Select(term => new Phrase([[term]]))]);
    }

    private static IReadOnlyList<string> Forms(string folded) => [.. Stemmer.StemsInAnyLanguage(folded)];

    private static string? Corrected(QueryText text, List<Reading> words)
    {
        if (words.TrueForAll(word => word.Correction is null))
        {
            return null;
        }
        var corrected = new StringBuilder(text.Text);
        foreach (var word in words.Where(word => word.Correction is not null).Reverse())
        {
            corrected.Remove(word.Word.Start, word.Word.Length).Insert(word.Word.Start, word.Correction);
        }
        return corrected.ToString();
    }

    /// <param name="Correction">How the index writes the word that was meant, where it differs.</param>
    /// <param name="Endings">Terms of the words that begin so, where no word is just that.</param>
    private sealed record Reading(QueryWord Word, string Folded, string? Correction, IReadOnlyList<string> Endings)
    {
        public bool IsPlain => !Word.Quoted && !Word.IsStopWord && Endings.Count == 0;
    }
}
