using PfP.Search.Indexing;
using PfP.Search.Text;

namespace PfP.Search.Engines.Embedded;

/// <summary>Turns a document's texts into words and into the impact of each of its terms. Used by the one writer; keeps its buffers.</summary>
internal sealed class DocumentAnalysis(Lexicon lexicon)
{
    private readonly Dictionary<(string Language, string Written), int> wordIds = [];
    private readonly Dictionary<string, int> unfolded = new(StringComparer.Ordinal);
    private readonly Dictionary<int, float> weights = [];
    private readonly Dictionary<int, int> frequencies = [];
    private readonly List<int> words = [];
    private readonly List<Section> sections = [];

    /// <summary>The weighted frequency of each term of the document last analysed.</summary>
    public IReadOnlyDictionary<int, float> Weights => weights;

    public (int[] Words, Section[] Sections) Analyse(SearchDocument document)
    {
        words.Clear();
        sections.Clear();
        weights.Clear();
        foreach (var text in IndexedText.Of(document))
        {
            var start = words.Count;
            AddWords(text);
            if (text.Field != TextField.Labels)
            {
                sections.Add(new Section(text.Field, text.Language, start, words.Count - start));
            }
            AddWeights(text.Field, words.Count - start);
            words.Add(-1);
        }
        return ([.. words], [.. sections]);
    }

    private void AddWords(IndexedText text)
    {
        frequencies.Clear();
        var mixedCase = text.Text.Any(char.IsLower);
        var tokens = new Tokenizer(text.Text);
        while (tokens.MoveNext())
        {
            var word = WordId(tokens.Word, mixedCase && Acronyms.LooksLikeOne(tokens.Word) ? "" : text.Language);
            words.Add(word);
            if (word > 0)
            {
                var term = lexicon.TermsOfWords[word];
                frequencies[term] = frequencies.GetValueOrDefault(term) + 1;
            }
        }
    }

    private void AddWeights(TextField field, int length)
    {
        foreach (var (term, frequency) in frequencies)
        {
            weights[term] = weights.GetValueOrDefault(term) + Relevance.Weight(field, frequency, length);
        }
    }

    private int WordId(ReadOnlySpan<char> token, string language)
    {
        var written = token.ToString();
        if (wordIds.TryGetValue((language, written), out var id))
        {
            return id;
        }
        var folded = Folding.Fold(token);
        id = folded.Length == 0 || StopWords.Contains(folded, language) ? 0 : FoldedWordId(folded, written.ToLowerInvariant(), language);
        return wordIds[(language, written)] = id;
    }

    private int FoldedWordId(string folded, string written, string language)
    {
        var key = $"{language}:{folded}";
        if (!unfolded.TryGetValue(key, out var id))
        {
            unfolded[key] = id = lexicon.AddWord(folded, written, Stemmer.Stem(folded, language));
        }
        return id;
    }
}
