using System.Globalization;
using PfP.Contracts.Catalogue;
using PfP.Vocabularies;

namespace PfP.Benchmarks.Search;

internal enum QueryKind
{
    AllWords, AnyWords, Typo, Facets, Geo,
}

internal sealed record BenchmarkQuery(QueryKind Kind, string QueryString);

/// <summary>A mixed set of queries over a corpus, the kinds in turn; no query comes twice.</summary>
internal sealed class QuerySet(IReadOnlyList<EntryPublished> entries, int seed)
{
    private readonly Random random = new(seed);
    private readonly HashSet<string> asked = [];

    public List<BenchmarkQuery> Next(int count)
    {
        var queries = new List<BenchmarkQuery>(count);
        while (queries.Count < count)
        {
            var kind = (QueryKind)(queries.Count % 5);
            var query = Query(kind);
            if (asked.Add(query))
            {
                queries.Add(new BenchmarkQuery(kind, query));
            }
        }
        return queries;
    }

    private string Query(QueryKind kind) => kind switch
    {
        QueryKind.AllWords => Text(Words(Any(), 2 + random.Next(2))),
        QueryKind.AnyWords => Text([.. Words(Any(), 2), .. Words(Any(), 2), .. TitleTail(Any()), .. TitleTail(Any())]),
        QueryKind.Typo => Text([Misspelt(Words(Any(), 1)[0]), .. Words(Any(), 1)]),
        QueryKind.Facets => $"{Text(Words(Any(), 1 + random.Next(2)))}&theme={Theme()}&theme={Theme()}{(random.Next(2) == 0 ? $"&country={Any().Countries[0].Code}" : "")}",
        _ => random.Next(2) == 0 ? $"{Text(Words(Any(), 1))}&bbox={Box()}" : $"{Text(Words(Any(), 1))}&near={Point()}&distanceKm={random.Next(100, 2000)}&sort=distance",
    };

    private EntryPublished Any() => entries[random.Next(entries.Count)];

    private static string Text(IEnumerable<string> words) => $"q={Uri.EscapeDataString(string.Join(' ', words))}";

    /// <summary>Neighbouring words of one text, so that it holds them all.</summary>
    private string[] Words(EntryPublished entry, int count)
    {
        var text = entry.Texts["en"];
        string[] words = [.. $"{text.Title} {text.Summary} {text.Body}".Split([' ', ',', '.', ':', ';', '(', ')', '-', '/', '\'', '’', '"', '–'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 4 && word.All(char.IsAsciiLetter))];
        var start = random.Next(words.Length - count);
        return words[start..(start + count)];
    }

    /// <summary>The made-up place, which few others share.</summary>
    private static string[] TitleTail(EntryPublished entry) => [entry.Texts["en"].Title.Split(" in ")[^1].Split(',')[0]];

    private string Misspelt(string word)
    {
        var at = random.Next(1, word.Length - 1);
        return random.Next(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            _ => string.Concat(word.AsSpan(0, at), word[at + 1].ToString(), word[at].ToString(), word.AsSpan(at + 2)),
        };
    }

    private string Theme() => Vocabulary.Themes[random.Next(Vocabulary.Themes.Count)].Value;

    private string Box()
    {
        var (west, south) = (random.Next(-120, 120), random.Next(-50, 50));
        return $"{west},{south},{west + random.Next(5, 50)},{south + random.Next(5, 30)}";
    }

    private string Point() => string.Create(CultureInfo.InvariantCulture, $"{random.Next(-40, 60)}.{random.Next(10)},{random.Next(-120, 150)}.{random.Next(10)}");
}
