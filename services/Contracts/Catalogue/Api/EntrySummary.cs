namespace PfP.Contracts.Catalogue.Api;

/// <summary>An entry as a list shows it.</summary>
/// <param name="Language">The language of title and summary: the one asked for, or the fallback.</param>
/// <param name="Year">Start year, else the newest summit's, else the year it was added; null where nothing is stated.</param>
public sealed record EntrySummary(
    Guid Id,
    string Kind,
    string Slug,
    string Url,
    string Title,
    string Language,
    string? Summary,
    IReadOnlyList<string> Countries,
    IReadOnlyList<Tag> Themes,
    IReadOnlyList<OrganisationName> Organisations,
    int? Year,
    string? Type,
    string? Status,
    DateOnly? DateAdded,
    IReadOnlyList<SummitName> Summits)
{
    /// <summary>Of a session: its first day.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>Of a session: its last day.</summary>
    public DateOnly? EndDate { get; init; }
}

/// <param name="Suggested">Suggested by an editor, not stated by the source.</param>
public sealed record Tag(string Value, bool Suggested);

public sealed record OrganisationName(string Slug, string Name);

public sealed record SummitName(int Number, int Year, string City);

/// <summary>A link to another entry.</summary>
public sealed record EntryLink(string Kind, string Slug, string Url, string Title, string Language);
