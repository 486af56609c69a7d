using PfP.Search.Indexing;

namespace PfP.Benchmarks.Relevance;

/// <summary>A query and the documents that whoever asks it wants, by <see cref="JudgedQueries.KeyOf"/>.</summary>
/// <param name="Clean">Of a typo or an accent left out: the query as it was meant.</param>
internal sealed record JudgedQuery(string Kind, bool Unseen, string Text, IReadOnlySet<string> Expected, string? Clean);

/// <summary>
/// The committed judgements: tab-separated kind, split, query, expected entries as kind/slug, clean form. Within each kind every third
/// query, in the order of the file, is unseen: nothing is tuned on those.
/// </summary>
internal static class JudgedQueries
{
    /// <summary>Right answers of these are also among the distractors.</summary>
    public const string Topic = "topic";

    public static IReadOnlyList<JudgedQuery> Read()
    {
        using var stream = typeof(JudgedQueries).Assembly.GetManifestResourceStream("queries.tsv")!;
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'));
        return [.. rows.Select(row => new JudgedQuery(row[0], row[1] == "unseen", row[2], row[3].Split(' ').ToHashSet(), row[4].Length > 0 ? row[4] : null))];
    }

    public static string KeyOf(SearchDocument document) => $"{document.Kind}/{document.Slug}";
}
