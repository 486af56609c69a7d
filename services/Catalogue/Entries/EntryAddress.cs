using PfP.Contracts.Catalogue;

namespace PfP.Catalogue.Entries;

/// <summary>Public paths, the same in the portal and (under /api/catalogue) here.</summary>
internal static class EntryAddress
{
    public static IReadOnlyList<string> Kinds { get; } = [EntryKinds.Practice, EntryKinds.Tool, EntryKinds.Session, EntryKinds.Recommendation];

    public static string Of(string kind, string slug) => $"/{Collection(kind)}/{slug}";

    public static string Collection(string kind) => kind switch
    {
        EntryKinds.Practice => "practices",
        EntryKinds.Tool => "tools",
        EntryKinds.Session => "sessions",
        EntryKinds.Recommendation => "recommendations",
        EntryKinds.Call => "calls",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of entry."),
    };
}
