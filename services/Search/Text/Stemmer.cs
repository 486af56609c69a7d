namespace PfP.Search.Text;

/// <summary>Brings the forms of a word together, by language; Arabic by its script, whatever the language.</summary>
internal static class Stemmer
{
    private static readonly string[] ArabicArticles = ["وال", "بال", "كال", "فال", "ال", "لل"];

    public static string Stem(string folded, string language)
    {
        if (folded[0] is >= '\u0600' and <= '\u06ff')
        {
            return WithoutArticle(folded);
        }
        return language switch
        {
            "en" => EnglishStemmer.Stem(folded),
            "fr" => RomanceStemmer.StemFrench(folded),
            "es" => RomanceStemmer.StemSpanish(folded),
            _ => folded,
        };
    }

    /// <summary>The stems that a word may have in an index of several languages, without repetition.</summary>
    public static IEnumerable<string> StemsInAnyLanguage(string folded) =>
        new[] { Stem(folded, "en"), Stem(folded, "fr"), Stem(folded, "es"), folded }.Distinct();

    private static string WithoutArticle(string word)
    {
        foreach (var article in ArabicArticles)
        {
            if (word.Length > article.Length + 2 && word.StartsWith(article, StringComparison.Ordinal))
            {
                return word[article.Length..];
            }
        }
        return word;
    }
}
