using PfP.Contracts.Catalogue;

namespace PfP.Notifications.Entries;

/// <summary>An entry of the catalogue as its last event tells; one that is gone is a version and little else.</summary>
internal sealed class KnownEntry
{
    public Guid Id { get; init; }

    public int Version { get; init; }

    /// <summary>One of <see cref="EntryKinds"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its public path without culture.</summary>
    public string Path { get; init; } = "";

    /// <summary>The language it was written in.</summary>
    public string Language { get; init; } = "";

    public Dictionary<string, string> Titles { get; init; } = [];

    /// <summary><c>country:MD</c> or <c>organisation:iom</c>; null for archival records.</summary>
    public string? Owner { get; init; }

    public bool Withdrawn { get; init; }

    public static KnownEntry From(EntryPublished published) => new()
    {
        Id = published.EntryId,
        Version = published.Version,
        Kind = published.Kind,
        Path = published.Url,
        Language = published.Language,
        Titles = published.Texts.ToDictionary(text => text.Key, text => text.Value.Title),
        Owner = published.Owner,
    };

    public static KnownEntry From(EntryWithdrawn withdrawn) => new() { Id = withdrawn.EntryId, Version = withdrawn.Version, Kind = withdrawn.Kind, Withdrawn = true };

    /// <summary>The language of its title for that reader.</summary>
    public string LanguageFor(string asked) => Titles.ContainsKey(asked) ? asked : Language;
}
