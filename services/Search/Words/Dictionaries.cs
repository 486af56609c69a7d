using PfP.Search.Queries;
using PfP.Search.Text;

namespace PfP.Search.Words;

/// <summary>Words of other languages with their English translations, from the FreeDict dictionaries of the machine, as far as it has them.</summary>
internal sealed class Dictionaries
{
    private const double Weight = 0.5;
    private const int MostTranslations = 8;
    private const int LongestTranslation = 2;
    private static readonly (string Language, string Name)[] Languages = [("fr", "fra"), ("es", "spa"), ("ar", "ara")];

    private readonly Dictionary<string, string[]> translations = new(StringComparer.Ordinal);

    public static Dictionaries None { get; } = new();

    public int Count => translations.Count;

    /// <summary>The files that were looked for and are not there.</summary>
    public IReadOnlyList<string> Missing { get; private init; } = [];

    public static Dictionaries Load(string folder)
    {
        var missing = new List<string>();
        var dictionaries = new Dictionaries { Missing = missing };
        foreach (var (language, name) in Languages)
        {
            var pairs = new List<(string Foreign, string English)>();
            foreach (var (file, isForeignFirst) in new[] { ($"freedict-{name}-eng.dict.dz", true), ($"freedict-eng-{name}.dict.dz", false) })
            {
                var path = Path.Combine(folder, file);
                if (!File.Exists(path))
                {
                    missing.Add(file);
                    continue;
                }
                pairs.AddRange(FreeDict.Read(path).Select(pair => isForeignFirst ? pair : (pair.Translation, pair.Headword)));
            }
            dictionaries.Add(language, pairs);
        }
        return dictionaries;
    }

    public bool Knows(string folded, string language) => translations.ContainsKey(Key(folded, language));

    public IEnumerable<Phrase> Translate(string folded, string language) =>
        translations.GetValueOrDefault(Key(folded, language), [])
            .Select(english => new Phrase([.. english.Split(' ').Select(word => new[] { Stemmer.Stem(word, "en") })], Weight));

    private void Add(string language, IEnumerable<(string Foreign, string English)> pairs)
    {
        var read = pairs.Select(pair => (Foreign: Synonyms.Words(pair.Foreign), English: Synonyms.Words(pair.English)))
            .Where(pair => pair.Foreign.Count == 1 && pair.English.Count is > 0 and <= LongestTranslation);
        foreach (var word in read.GroupBy(pair => Key(pair.Foreign[0], language)))
        {
            translations[word.Key] = [.. word.Select(pair => string.Intern(string.Join(' ', pair.English))).Distinct().Take(MostTranslations)];
        }
    }

    private static string Key(string folded, string language) => $"{language}:{Stemmer.Stem(folded, language)}";
}
