namespace PfP.Search.Text;

/// <summary>
/// Light stemming of French and Spanish: takes plural, gender and the commonest noun, adjective and adverb endings off folded words,
/// longest first, and leaves verbs mostly alone.
/// </summary>
internal static class RomanceStemmer
{
    private static readonly (string Suffix, string Stem)[] French =
    [
        ("issements", "ir"), ("issement", "ir"), ("atrices", "at"), ("ateurs", "at"), ("ations", "at"), ("atrice", "at"), ("ateur", "at"), ("ation", "at"),
        ("ements", ""), ("ement", ""), ("amment", "ant"), ("emment", "ent"), ("ites", ""), ("ite", ""), ("ives", "if"), ("ive", "if"), ("ifs", "if"),
        ("euses", "eu"), ("euse", "eu"), ("eurs", "eu"), ("eur", "eu"), ("eux", "eu"), ("ences", "ent"), ("ence", "ent"), ("ances", "ant"),
        ("ance", "ant"), ("istes", "ist"), ("iste", "ist"), ("ismes", "ism"), ("isme", "ism"), ("ables", "abl"), ("able", "abl"), ("elles", "el"),
        ("elle", "el"), ("ieres", "i"), ("iere", "i"), ("iers", "i"), ("ier", "i"), ("iennes", "i"), ("ienne", "i"), ("iens", "i"), ("ien", "i"),
        ("aux", "al"), ("ales", "al"), ("ale", "al"), ("ees", ""), ("ee", ""), ("er", ""), ("es", ""), ("s", ""), ("x", ""), ("e", ""),
    ];

    private static readonly (string Suffix, string Stem)[] Spanish =
    [
        ("amientos", ""), ("amiento", ""), ("imientos", ""), ("imiento", ""), ("aciones", "at"), ("adoras", "at"), ("adores", "at"), ("acion", "at"),
        ("adora", "at"), ("ador", "at"), ("mente", ""), ("idades", ""), ("idad", ""), ("ancias", "ant"), ("ancia", "ant"), ("encias", "ent"),
        ("encia", "ent"), ("iones", "ion"), ("ivas", "iv"), ("ivos", "iv"), ("iva", "iv"), ("ivo", "iv"), ("istas", "ist"), ("ista", "ist"),
        ("ismos", "ism"), ("ismo", "ism"), ("ables", "abl"), ("able", "abl"), ("adas", ""), ("ados", ""), ("ada", ""), ("ado", ""), ("idas", ""),
        ("idos", ""), ("ida", ""), ("ido", ""), ("ales", "al"), ("ores", "or"), ("oras", "or"), ("ora", "or"), ("ces", "z"), ("ar", ""), ("er", ""),
        ("ir", ""), ("os", ""), ("as", ""), ("es", ""), ("s", ""), ("o", ""), ("a", ""), ("e", ""),
    ];

    public static string StemFrench(string word) => WithoutSuffix(word, French);

    public static string StemSpanish(string word) => WithoutSuffix(word, Spanish);

    /// <summary>At least four letters stay, so that short words keep apart.</summary>
    private static string WithoutSuffix(string word, (string Suffix, string Stem)[] suffixes)
    {
        foreach (var (suffix, stem) in suffixes)
        {
            if (word.Length - suffix.Length + stem.Length >= 4 && word.Length - suffix.Length >= 3 && word.EndsWith(suffix, StringComparison.Ordinal))
            {
                return string.Concat(word.AsSpan(0, word.Length - suffix.Length), stem);
            }
        }
        return word;
    }
}
