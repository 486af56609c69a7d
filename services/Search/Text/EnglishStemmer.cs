namespace PfP.Search.Text;

/// <summary>The classic suffix stripping by M. F. Porter (1980), with British spellings brought to the American ones and irregular plurals to their singulars first.</summary>
internal static class EnglishStemmer
{
    private static readonly (string Suffix, string Stem)[] DoubleSuffixes =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"),
        ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"),
        ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Suffix, string Stem)[] SimpleSuffixes =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] LastSuffixes =
        ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic", "ou"];

    private static readonly string[] BritishEndings = ["isational", "isations", "isation", "ising", "ised", "iser", "isers", "ises", "ise"];

    public static string Stem(string word)
    {
        if (word.Length < 3 || !char.IsAsciiLetter(word[0]))
        {
            return word;
        }
        var stem = Plural(American(word));
        stem = PastAndGerund(stem);
        if (stem.EndsWith('y') && HasVowel(stem[..^1]))
        {
            stem = stem[..^1] + "i";
        }
        stem = Replace(stem, DoubleSuffixes);
        stem = Replace(stem, SimpleSuffixes);
        return TidyEnd(WithoutLastSuffix(stem));
    }

    private static string American(string word)
    {
        foreach (var ending in BritishEndings)
        {
            if (word.Length > ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return string.Concat(word.AsSpan(0, word.Length - ending.Length), "iz", ending.AsSpan(2));
            }
        }
        return word switch
        {
            ['l', 'a', 'b', 'o', 'u', 'r', .. var rest] => "labor" + rest,
            ['p', 'r', 'o', 'g', 'r', 'a', 'm', 'm', 'e', .. var rest] => "program" + rest,
            "centre" => "center",
            "centres" => "centers",
            "children" => "child",
            "women" => "woman",
            "men" => "man",
            "wives" => "wife",
            _ => word,
        };
    }

    private static string Plural(string word)
    {
        if (word.EndsWith("sses", StringComparison.Ordinal) || (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4))
        {
            return word[..^2];
        }
        return word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) ? word[..^1] : word;
    }

    private static string PastAndGerund(string word)
    {
        if (word.EndsWith("eed", StringComparison.Ordinal))
        {
            return Measure(word[..^3]) > 0 ? word[..^1] : word;
        }
        var stem = word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2] : word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3] : null;
        if (stem is null || !HasVowel(stem))
        {
            return word;
        }
        if (stem.EndsWith("at", StringComparison.Ordinal) || stem.EndsWith("bl", StringComparison.Ordinal) || stem.EndsWith("iz", StringComparison.Ordinal))
        {
            return stem + "e";
        }
        if (EndsInDoubleConsonant(stem) && stem[^1] is not ('l' or 's' or 'z'))
        {
            return stem[..^1];
        }
        return Measure(stem) == 1 && EndsInShortSyllable(stem) ? stem + "e" : stem;
    }

    private static string Replace(string word, (string Suffix, string Stem)[] suffixes)
    {
        foreach (var (suffix, stem) in suffixes)
        {
            if (word.EndsWith(suffix, StringComparison.Ordinal))
            {
                return Measure(word[..^suffix.Length]) > 0 ? word[..^suffix.Length] + stem : word;
            }
        }
        return word;
    }

    private static string WithoutLastSuffix(string word)
    {
        foreach (var suffix in LastSuffixes)
        {
            if (word.EndsWith(suffix, StringComparison.Ordinal))
            {
                var stem = word[..^suffix.Length];
                return Measure(stem) > 1 && (suffix != "ion" || stem[^1] is 's' or 't') ? stem : word;
            }
        }
        return word;
    }

    private static string TidyEnd(string word)
    {
        if (word.EndsWith('e') && Measure(word[..^1]) is var measure && (measure > 1 || (measure == 1 && !EndsInShortSyllable(word[..^1]))))
        {
            word = word[..^1];
        }
        return word.EndsWith("ll", StringComparison.Ordinal) && Measure(word) > 1 ? word[..^1] : word;
    }

    /// <summary>How often a vowel is followed by a consonant.</summary>
    private static int Measure(string word)
    {
        var measure = 0;
        for (var index = 1; index < word.Length; index++)
        {
            if (IsConsonant(word, index) && !IsConsonant(word, index - 1))
            {
                measure++;
            }
        }
        return measure;
    }

    private static bool HasVowel(string word) => Enumerable.Range(0, word.Length).Any(index => !IsConsonant(word, index));

    private static bool IsConsonant(string word, int index) => word[index] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => index == 0 || !IsConsonant(word, index - 1),
        _ => true,
    };

    private static bool EndsInDoubleConsonant(string word) => word.Length > 1 && word[^1] == word[^2] && IsConsonant(word, word.Length - 1);

    /// <summary>Consonant, vowel, consonant other than w, x and y, as in "hop".</summary>
    private static bool EndsInShortSyllable(string word) =>
        word.Length > 2 && IsConsonant(word, word.Length - 3) && !IsConsonant(word, word.Length - 2) && IsConsonant(word, word.Length - 1) && word[^1] is not ('w' or 'x' or 'y');
}
