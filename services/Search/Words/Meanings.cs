using PfP.Search.Queries;
using PfP.Search.Text;

namespace PfP.Search.Words;

/// <summary>What else a text's words may stand for: the same in other languages, other words for it, and what is near.</summary>
internal sealed class Meanings(Dictionaries dictionaries)
{
    /// <summary>Nothing that says the same counts as much as the typed word itself.</summary>
    private const double Same = 0.8;

    private static readonly string[] Foreign = ["fr", "es"];

    /// <summary>What is known without anything installed.</summary>
    public static Meanings Committed { get; } = new(Dictionaries.None);

    public static int LongestForm { get; } = Math.Max(Glossary.Terms.LongestForm, Glossary.Countries.LongestForm);

    public Dictionaries Dictionaries => dictionaries;

    /// <summary>The language that most of the words speak for; English where none does so more.</summary>
    public string LanguageOf(IReadOnlyList<string> folded, ILexicon lexicon)
    {
        var counts = Foreign.ToDictionary(language => language, language => folded.Count(word => StopWords.Contains(word, language) || Knows(word, language)));
        var english = folded.Count(word => StopWords.Contains(word, "en") || Glossary.Terms.Knows(word, "en") || (!Foreign.Any(language => Knows(word, language)) && lexicon.HasWord(word)));
        var (foreign, count) = counts.MaxBy(language => language.Value);
        return count > english ? foreign : "en";
    }

    /// <summary>Whether it is a word, though the index may not have it.</summary>
    public bool Knows(string folded, string language) =>
        Glossary.Countries.Knows(folded, "") || Glossary.Terms.Knows(folded, LanguageOf(folded, language)) || dictionaries.Knows(folded, LanguageOf(folded, language));

    /// <summary>
    /// Alternatives to neighbouring words of a text, each lighter than the words themselves. Of the glossary single words only: to look for
    /// its phrases in every document takes twice as long as all the rest, and found nothing that the words alone had not.
    /// </summary>
    public IEnumerable<Phrase> Of(IReadOnlyList<string> folded, string language)
    {
        var spoken = LanguageOf(folded[0], language);
        var found = Glossary.Countries.Find(folded, "").Concat(Glossary.Terms.Find(folded, spoken).Where(phrase => phrase.Places.Count == 1)).Select(phrase => phrase with { Weight = Same * phrase.Weight });
        return spoken == "en" || folded.Count > 1 ? found : found.Concat(dictionaries.Translate(folded[0], spoken));
    }

    private static string LanguageOf(string folded, string language) => folded[0] is >= '\u0600' and <= '\u06ff' ? "ar" : language;
}
