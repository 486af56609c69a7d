using System.Runtime.InteropServices;
using PfP.Search.Indexing;
using PfP.Search.Text;

namespace PfP.Search.Engines.Embedded;

/// <summary>Turns a document's texts into words and into the impact of each of its terms. Used by the one writer; keeps its buffers.</summary>
internal sealed class DocumentAnalysis(Lexicon lexicon)
{
    private readonly Dictionary<string, Dictionary<string, int>> wordIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> unfolded = new(StringComparer.Ordinal);
    private readonly Dictionary<int, float> weights = [];
    private readonly Dictionary<int, int> frequencies = [];
    private readonly Dictionary<IndexedText, int[]> labels = [];
    private readonly List<int> words = [];
    private readonly List<int> read = [];
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
            var written = text.Field == TextField.Labels ? LabelWords(text) : Words(text);
            words.AddRange(written);
            if (text.Field != TextField.Labels)
            {
                sections.Add(new Section(text.Field, text.Language, start, words.Count - start));
            }
            AddWeights(text.Field, written);
            words.Add(-1);
        }
        return ([.. words], [.. sections]);
    }

    /// <summary>There are few labels, and each stands in many documents.</summary>
    private ReadOnlySpan<int> LabelWords(IndexedText label) => labels.TryGetValue(label, out var known) ? known : labels[label] = Words(label).ToArray();

    private ReadOnlySpan<int> Words(IndexedText text)
    {
        read.Clear();
        var mixedCase = text.Text.Any(char.IsLower);
        var (ofLanguage, ofNone) = (WordIdsOf(text.Language), WordIdsOf(""));
        var tokens = new Tokenizer(text.Text);
        while (tokens.MoveNext())
        {
            var isAcronym = mixedCase && Acronyms.LooksLikeOne(tokens.Word);
            read.Add(WordId(tokens.Word, isAcronym ? "" : text.Language, isAcronym ? ofNone : ofLanguage));
        }
        return CollectionsMarshal.AsSpan(read);
    }

    private void AddWeights(TextField field, ReadOnlySpan<int> written)
    {
        frequencies.Clear();
        var termsOfWords = lexicon.TermsOfWords;
        foreach (var word in written)
        {
            if (word > 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(frequencies, termsOfWords[word], out _)++;
            }
        }
        foreach (var (term, frequency) in frequencies)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(weights, term, out _) += Relevance.Weight(field, frequency, written.Length);
        }
    }

    private Dictionary<string, int> WordIdsOf(string language) => wordIds.TryGetValue(language, out var ids) ? ids : wordIds[language] = new(StringComparer.Ordinal);

    private int WordId(ReadOnlySpan<char> token, string language, Dictionary<string, int> ids)
    {
        if (ids.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var id))
        {
            return id;
        }
        var written = token.ToString();
        var folded = Folding.Fold(token);
        id = folded.Length == 0 || StopWords.Contains(folded, language) ? 0 : FoldedWordId(folded, written.ToLowerInvariant(), language);
        return ids[written] = id;
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
