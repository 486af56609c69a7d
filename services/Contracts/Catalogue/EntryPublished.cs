namespace PfP.Contracts.Catalogue;

/// <summary>
/// The whole public state of a practice, policy tool, PfP session, recommendation, Migration Profile or working group, whenever that state changes.
/// A reader applies it only where its own <see cref="Version"/> is lower. Carries no contact and no personal data.
/// </summary>
/// <param name="EntryId">The entry's id, the same for all its versions.</param>
/// <param name="Version">Counts up with every publication and withdrawal of this entry, from 1.</param>
/// <param name="Kind">One of <see cref="EntryKinds"/>.</param>
/// <param name="Slug">The last part of its public address; never changed, never used again.</param>
/// <param name="Url">Its public path without culture, for example <c>/practices/sending-money-home</c>.</param>
/// <param name="Language">The language the entry was written in.</param>
/// <param name="Texts">Its texts by language (<c>en</c>, <c>fr</c>, <c>es</c>); holds <paramref name="Language"/> at least.</param>
/// <param name="Countries">Countries it names, with their roles.</param>
/// <param name="Regions">M49 codes of regions it states itself; those of its countries are not repeated here.</param>
/// <param name="Places">Places stated more exactly than a country.</param>
public sealed record EntryPublished(
    Guid EntryId,
    int Version,
    string Kind,
    string Slug,
    string Url,
    string Language,
    IReadOnlyDictionary<string, EntryText> Texts,
    IReadOnlyList<EntryCountry> Countries,
    IReadOnlyList<string> Regions,
    IReadOnlyList<EntryPlace> Places,
    IReadOnlyList<EntryOrganisation> Organisations,
    IReadOnlyList<EntryTag> Themes,
    IReadOnlyList<EntryTag> GcmObjectives,
    IReadOnlyList<EntryTag> SdgTargets)
{
    /// <summary>local, national, bilateral, multi-country, regional, multi-regional or global; null where it is not stated.</summary>
    public string? GeographicScope { get; init; }

    /// <summary>Practice type, tool resource type or session type, from the vocabularies.</summary>
    public string? Type { get; init; }

    /// <summary>Implementation status: planned, ongoing, completed, suspended or ended.</summary>
    public string? Status { get; init; }

    /// <summary>The summits it was shown at, newest first.</summary>
    public IReadOnlyList<EntrySummit> Summits { get; init; } = [];

    /// <summary>Slugs of GFMD working groups.</summary>
    public IReadOnlyList<string> WorkingGroups { get; init; } = [];

    public int? StartYear { get; init; }

    public int? EndYear { get; init; }

    /// <summary>The day it was added to PfP, as its source states; never the day of an import.</summary>
    public DateOnly? DateAdded { get; init; }

    /// <summary>When it was published here after review; null for archival records.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    public DateOnly? LastVerified { get; init; }

    /// <summary>Which of <c>lessons</c>, <c>pitfalls</c>, <c>evidence</c> and <c>files</c> the entry offers.</summary>
    public IReadOnlyList<string> Has { get; init; } = [];

    /// <summary>Whose it is, as <c>country:MD</c> or <c>organisation:iom</c>; null for archival records that nobody has taken on.</summary>
    public string? Owner { get; init; }
}

/// <summary>An entry's texts in one language, plain text.</summary>
/// <param name="Body">All further texts of the template, in its order, parted by blank lines.</param>
/// <param name="Origin"><c>human</c> or <c>machine</c>.</param>
public sealed record EntryText(string Title, string? Summary, string? Body, string Origin);

/// <param name="Code">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="Role">lead, partner, origin, transit, destination, funder or mentioned.</param>
public sealed record EntryCountry(string Code, string Role);

/// <param name="Latitude">Degrees, WGS 84.</param>
/// <param name="Longitude">Degrees, WGS 84.</param>
public sealed record EntryPlace(string? Name, double Latitude, double Longitude);

/// <param name="Type">Organisation type from the vocabularies, where known.</param>
/// <param name="Role">lead, partner or mentioned.</param>
public sealed record EntryOrganisation(string Slug, string Name, string? Acronym, string? Type, string Role);

/// <param name="Suggested">True where an editor suggested the tag and the source does not state it.</param>
public sealed record EntryTag(string Value, bool Suggested);

public sealed record EntrySummit(int Number, int Year, string City);

/// <summary>The kinds of catalogue entries.</summary>
public static class EntryKinds
{
    public const string Practice = "practice";
    public const string Tool = "tool";
    public const string Session = "session";
    public const string Recommendation = "recommendation";
    public const string MigrationProfile = "profile";
    public const string WorkingGroup = "working-group";

    /// <summary>Not the catalogue's but the calls service's; search has it among its kinds.</summary>
    public const string Call = "call";
}
