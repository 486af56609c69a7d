namespace PfP.Notifications.Digests;

/// <summary>Something new that a member is told of once, for however many reasons.</summary>
internal sealed class FoundItem
{
    public Guid MemberId { get; init; }

    /// <summary>One of <see cref="Contracts.Catalogue.EntryKinds"/>.</summary>
    public required string Kind { get; init; }

    public Guid EntryId { get; init; }

    /// <summary>Of an entry that they follow; 0 for what a search found.</summary>
    public int Version { get; init; }

    /// <summary>Its public path without culture.</summary>
    public required string Path { get; init; }

    public required string Language { get; init; }

    public required Dictionary<string, string> Titles { get; init; }

    public string? Owner { get; init; }

    /// <summary>The searches that found it, and in the same order what the member calls them.</summary>
    public Guid[] SearchIds { get; init; } = [];

    public string[] SearchNames { get; init; } = [];

    public DateTimeOffset FoundAt { get; init; }

    /// <summary>The mail that holds it; null while it waits for one.</summary>
    public Guid? DigestId { get; init; }

    /// <summary>The language of its title for that reader.</summary>
    public string LanguageFor(string asked) => Titles.ContainsKey(asked) ? asked : Language;
}
