using PfP.Search.Queries;
using PfP.Search.Text;

namespace PfP.Search.Words;

/// <summary>A word or words that name a concept.</summary>
/// <param name="Language">Empty for a name that is the same in any.</param>
/// <param name="Weight">How surely: 1 for its names, less for what is only near.</param>
internal sealed record Form(string Language, string Text, double Weight = 1);

/// <summary>
/// Concepts by their forms in several languages: who types one form also means the others. Looked up by stems of the form's own
/// language; a form's terms are what a text of that language keeps.
/// </summary>
internal sealed class Concepts
{
    /// <summary>Shorter ones, "na" or "del", are in names of places, and the beginnings of other words.</summary>
    private const int ShortestKnown = 4;

    private readonly Dictionary<string, List<(Concept Concept, double Weight)>> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    /// <summary>The number of words of the longest form.</summary>
    public int LongestForm { get; private set; } = 1;

    public void Add(IEnumerable<Form> forms)
    {
        var named = forms.Select(form => (Form: form, Words: Synonyms.Words(form.Text))).Where(form => form.Words.Count > 0).ToList();
        var concept = new Concept([.. named.Select(form => new Phrase([.. form.Words.Select(word => Terms(word, form.Form.Language))], form.Form.Weight)).DistinctBy(phrase => phrase.ToString())]);
        foreach (var (form, formWords) in named)
        {
            Enter(Key(formWords, form.Language), concept, form.Weight);
            words.UnionWith(formWords.Where(word => word.Length >= ShortestKnown).Select(word => Key([word], form.Language)));
            LongestForm = Math.Max(LongestForm, formWords.Count);
        }
    }

    /// <summary>Whether a form in that language holds the word.</summary>
    public bool Knows(string folded, string language) => words.Contains(Key([folded], language));

    /// <summary>The forms of the concepts that these words name in that language, each with the weight of the way there.</summary>
    public IEnumerable<Phrase> Find(IReadOnlyList<string> folded, string language) =>
        byKey.TryGetValue(Key(folded, language), out var found)
            // From something near to something near is too far.
            ? found.SelectMany(entry => entry.Concept.Forms.Where(form => entry.Weight == 1 || form.Weight == 1).Select(form => form with { Weight = form.Weight * entry.Weight }))
            : [];

    private void Enter(string key, Concept concept, double weight)
    {
        if (!byKey.TryGetValue(key, out var known))
        {
            byKey[key] = known = [];
        }
        if (!known.Exists(entry => entry.Concept == concept))
        {
            known.Add((concept, weight));
        }
    }

    /// <summary>An acronym is kept as it is written, whatever the language of the text; a name of no language by its stems in all.</summary>
    private static string[] Terms(string word, string language) =>
        language.Length == 0 ? [.. Stemmer.StemsInAnyLanguage(word)] : [.. new[] { Stemmer.Stem(word, language), word }.Distinct()];

    private static string Key(IEnumerable<string> folded, string language) =>
        $"{language}:{string.Join(' ', folded.Select(word => Stemmer.Stem(word, language.Length == 0 ? "en" : language)))}";

    private sealed record Concept(IReadOnlyList<Phrase> Forms);
}
