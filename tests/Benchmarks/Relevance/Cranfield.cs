using System.Globalization;
using System.Text.Json;
using PfP.Contracts.Catalogue;
using PfP.Search.Indexing;

namespace PfP.Benchmarks.Relevance;

/// <summary>A public collection as two files of JSON lines: documents.jsonl (id, title, text) and queries.jsonl (text, relevant).</summary>
internal static class Cranfield
{
    public static Collection Read(string folder)
    {
        var documents = Lines<Article>(folder, "documents.jsonl").Select(article => article.ToDocument()).ToList();
        var queries = Lines<Question>(folder, "queries.jsonl").Select(question => new JudgedQuery("question", false, question.Text, question.Relevant.Select(Key).ToHashSet(), null)).ToList();
        return new Collection(documents, queries, [.. new[] { 1, 2 }.SelectMany(StockConfiguration.All).Where(configuration => configuration.Body == StockServer.Prose)]);
    }

    private static IEnumerable<T> Lines<T>(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Select(line => JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!);

    private static string Key(int id) => $"{EntryKinds.Practice}/{Slug(id)}";

    private static string Slug(int id) => id.ToString(CultureInfo.InvariantCulture);

    private sealed record Article(int Id, string Title, string Text)
    {
        public SearchDocument ToDocument() => new(
            new Guid(Id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 3]), 1, EntryKinds.Practice, Slug(Id), $"/practices/{Id}", "en",
            new Dictionary<string, DocumentText> { ["en"] = new(Title, null, Text) }, 0);
    }

    private sealed record Question(string Text, int[] Relevant);
}
