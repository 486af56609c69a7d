using System.Globalization;
using System.Text.Json;
using PfP.Contracts.Catalogue;
using PfP.Vocabularies;

namespace PfP.Benchmarks.Relevance;

/// <summary>
/// Made-up practices of the same field as the real ones, in sentences that no real entry has: another entry about nurses or returns,
/// in another place. (The corpus of the speed comparison repeats real sentences, so there the right answers would be many.)
/// </summary>
internal sealed class Distractors(int seed)
{
    private readonly Random random = new(seed);
    private readonly Term[] themes = [.. Vocabulary.Themes];

    public static List<EntryPublished> RealEntries()
    {
        using var stream = typeof(Distractors).Assembly.GetManifestResourceStream("entries.json")!;
        return JsonSerializer.Deserialize<List<EntryPublished>>(stream, JsonSerializerOptions.Web)!;
    }

    public IEnumerable<EntryPublished> Entries(int count) => Enumerable.Range(1, count).Select(Entry);

    private EntryPublished Entry(int number)
    {
        var country = Countries.All[random.Next(Countries.All.Count)];
        var other = Countries.All[random.Next(Countries.All.Count)];
        var (slug, year) = ($"made-up-{number}", random.Next(2005, 2026));
        string Say(string sentence) => Filled(sentence, country, other, year);
        var text = new EntryText(
            Say(Any(DistractorPhrases.Titles)),
            string.Join(' ', Some(DistractorPhrases.Summaries, 1 + random.Next(2)).Select(Say)),
            string.Join(' ', Some(DistractorPhrases.Bodies, 3 + random.Next(6)).Select(Say)),
            "human");
        var ministry = $"{Any(DistractorPhrases.Offices)} of {country.Name.En}";
        return new EntryPublished(
            new Guid(number, 0, 0, [7, 0, 0, 0, 0, 0, 0, 2]), 1, random.Next(5) == 0 ? EntryKinds.Tool : EntryKinds.Practice, slug, $"/practices/{slug}", "en",
            new Dictionary<string, EntryText> { ["en"] = text }, [new EntryCountry(country.Code, "lead")], [], [],
            [new($"office-{number}", ministry, null, "national-government", "lead")],
            [.. Some(themes, 1 + random.Next(3)).Select(theme => new EntryTag(theme.Value, false))],
            [new(random.Next(1, 24).ToString(CultureInfo.InvariantCulture), false)], [])
        {
            Status = random.Next(2) == 0 ? "ongoing" : "completed",
            StartYear = year,
            DateAdded = new DateOnly(random.Next(2010, 2026), random.Next(1, 13), random.Next(1, 28)),
        };
    }

    private string Filled(string pattern, Country country, Country other, int year)
    {
        var filled = pattern
            .Replace("{country}", country.Name.En, StringComparison.Ordinal)
            .Replace("{other}", other.Name.En, StringComparison.Ordinal)
            .Replace("{year}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{number}", random.Next(12, 9800).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{group}", Any(DistractorPhrases.Groups), StringComparison.Ordinal)
            .Replace("{group2}", Any(DistractorPhrases.Groups), StringComparison.Ordinal)
            .Replace("{work}", Any(DistractorPhrases.Work), StringComparison.Ordinal)
            .Replace("{work2}", Any(DistractorPhrases.Work), StringComparison.Ordinal)
            .Replace("{means}", Any(DistractorPhrases.Means), StringComparison.Ordinal)
            .Replace("{means2}", Any(DistractorPhrases.Means), StringComparison.Ordinal)
            .Replace("{place}", Any(DistractorPhrases.Places), StringComparison.Ordinal)
            .Replace("{hurdle}", Any(DistractorPhrases.Hurdles), StringComparison.Ordinal)
            .Replace("{partner}", Any(DistractorPhrases.Partners), StringComparison.Ordinal);
        return char.ToUpperInvariant(filled[0]) + filled[1..];
    }

    private string Any(string[] values) => values[random.Next(values.Length)];

    private T[] Some<T>(T[] values, int count)
    {
        var all = (T[])values.Clone();
        random.Shuffle(all);
        return all[..count];
    }
}
