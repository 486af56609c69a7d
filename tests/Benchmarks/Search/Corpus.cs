using System.Globalization;
using System.Text.Json;
using PfP.Contracts.Catalogue;
using PfP.Vocabularies;

namespace PfP.Benchmarks.Search;

/// <summary>
/// Made-up practices of realistic text: sentences of the real entries and of the vocabularies, with their places, themes, organisations and
/// figures changed. Sentences, names and places are drawn by Zipf's law, so that there are common words, rare ones and a long tail.
/// </summary>
internal sealed class Corpus
{
    private static readonly string[] Syllables = ["ka", "no", "ra", "bel", "mi", "tu", "san", "do", "le", "var", "gu", "pe", "shi", "lam", "ori", "ta", "wen", "zu", "quil", "fa"];

    private readonly Random random;
    private readonly string[] sentences;
    private readonly (string Slug, string Name, string? Acronym)[] organisations;
    private readonly Country[] countries;
    private readonly Term[] themes = [.. Vocabulary.Themes];

    public Corpus(int seed)
    {
        random = new Random(seed);
        using var stream = typeof(Corpus).Assembly.GetManifestResourceStream("entries.json")!;
        var real = JsonSerializer.Deserialize<List<EntryPublished>>(stream, JsonSerializerOptions.Web)!;
        sentences = Shuffled(real.SelectMany(entry => entry.Texts.Values).SelectMany(Sentences).Concat(VocabularySentences()).Distinct());
        organisations = [.. real.SelectMany(entry => entry.Organisations).DistinctBy(organisation => organisation.Slug).Select(organisation => (organisation.Slug, organisation.Name, organisation.Acronym))];
        countries = Shuffled(Countries.All);
    }

    public IEnumerable<EntryPublished> Entries(int count) => Enumerable.Range(1, count).Select(Entry);

    private EntryPublished Entry(int number)
    {
        EntryCountry[] named = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => countries[Zipf(countries.Length)]).Distinct().Select(country => new EntryCountry(country.Code, "lead"))];
        var main = Countries.Find(named[0].Code)!;
        EntryTag[] tags = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => themes[Zipf(themes.Length)].Value).Distinct().Select(theme => new EntryTag(theme, false))];
        var by = organisations[Zipf(organisations.Length)];
        var place = Place();
        var title = $"{Trimmed(sentences[Zipf(sentences.Length)])} in {place}, {main.Name.En}";
        var text = new EntryText(title.Length > 150 ? title[^150..] : title, Text(2, main, place), Text(7, main, place), "human");
        var slug = $"generated-{number}";
        return new EntryPublished(
            new Guid(number, 0, 0, [7, 0, 0, 0, 0, 0, 0, 1]), 1, random.Next(5) == 0 ? EntryKinds.Tool : EntryKinds.Practice, slug, $"/practices/{slug}", "en",
            new Dictionary<string, EntryText> { ["en"] = text }, named, [], Places(main), [new(by.Slug, by.Name, by.Acronym, "un-system", "lead")], tags,
            [new(random.Next(1, 24).ToString(CultureInfo.InvariantCulture), false)], [new("10.7", false)])
        {
            Status = random.Next(2) == 0 ? "ongoing" : "completed",
            StartYear = random.Next(2005, 2026),
            DateAdded = new DateOnly(random.Next(2010, 2026), random.Next(1, 13), random.Next(1, 28)),
            Has = random.Next(3) == 0 ? ["lessons"] : [],
        };
    }

    /// <summary>Every fourth entry states a place, near the middle of its country.</summary>
    private EntryPlace[] Places(Country country) =>
        random.Next(4) == 0 ? [new EntryPlace(null, Math.Clamp(country.Latitude + random.NextDouble(), -90, 90), Math.Clamp(country.Longitude + random.NextDouble(), -180, 180))] : [];

    private string Text(int count, Country country, string place)
    {
        var chosen = Enumerable.Range(0, count).Select(_ => sentences[Zipf(sentences.Length)]).ToList();
        chosen.Insert(random.Next(chosen.Count), $"In {place} and {Place()} in {country.Name.En} it reached {random.Next(20, 90000)} people by {random.Next(2006, 2027)}.");
        chosen.Insert(random.Next(chosen.Count), $"{organisations[Zipf(organisations.Length)].Name} and local partners in {Place()} took part.");
        return string.Join(' ', chosen);
    }

    /// <summary>Names of towns that do not exist; their number grows with the corpus, as names do.</summary>
    private string Place()
    {
        var rank = Zipf(20_000);
        var name = string.Concat(Syllables[rank % 20], Syllables[rank / 20 % 20], Syllables[rank / 400 % 20], rank >= 8000 ? Syllables[rank % 7] : "");
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>Ranks with a probability of about one over the rank.</summary>
    private int Zipf(int count) => (int)Math.Pow(count, random.NextDouble()) - 1;

    private T[] Shuffled<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        random.Shuffle(all);
        return all;
    }

    private static IEnumerable<string> Sentences(EntryText text) =>
        new[] { text.Title, text.Summary, text.Body }.OfType<string>().SelectMany(part => part.Split(". ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(sentence => sentence.Length > 20).Select(sentence => sentence.TrimEnd('.') + ".");

    private static IEnumerable<string> VocabularySentences() =>
        Vocabulary.GcmObjectives.Select(term => $"{term.Description!.En}.").Concat(Vocabulary.SdgTargets.Concat(Vocabulary.Themes).Select(term => $"It worked on {term.Label.En.ToLowerInvariant()}."));

    private static string Trimmed(string sentence) => sentence.TrimEnd('.') is { Length: > 80 } longer ? longer[..longer.LastIndexOf(' ', 80)] : sentence.TrimEnd('.');
}
