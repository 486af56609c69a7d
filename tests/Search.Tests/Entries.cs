using System.Text.Json;
using PfP.Contracts.Catalogue;
using PfP.Search.Engines;
using PfP.Search.Indexing;

namespace PfP.Search.Tests;

/// <summary>The real entries as the catalogue publishes them, and small ones made up for a test.</summary>
internal static class Entries
{
    public static IReadOnlyList<EntryPublished> Real { get; } = Read();

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static EntryPublished New(int number, string title, string? summary = null, string? body = null, int version = 1) =>
        new(Id(number), version, EntryKinds.Practice, $"entry-{number}", $"/practices/entry-{number}", "en",
            new Dictionary<string, EntryText> { ["en"] = new(title, summary, body, "human") }, [], [], [], [], [], [], []);

    public static IndexChange Published(EntryPublished entry) => new(entry.EntryId, entry.Version, DocumentFactory.From(entry));

    public static IndexChange Withdrawn(int number, int version) => new(Id(number), version, null);

    private static List<EntryPublished> Read()
    {
        using var stream = typeof(Entries).Assembly.GetManifestResourceStream("entries.json")!;
        return JsonSerializer.Deserialize<List<EntryPublished>>(stream, JsonSerializerOptions.Web)!;
    }
}
