namespace PfP.Contracts.Catalogue.Api;

/// <summary>
/// A practice, tool, session or recommendation with every field of its template that is known; a field without a value is null or empty and not shown.
/// Exactly one of <see cref="Practice"/>, <see cref="Tool"/>, <see cref="Session"/> and <see cref="Recommendation"/> is set.
/// </summary>
/// <param name="Version">The published version shown.</param>
/// <param name="State">published, archived or withdrawn.</param>
/// <param name="Archival">True for records from GFMD's archive, which keep their gaps.</param>
/// <param name="Language">The language of the texts: the one asked for, or the fallback.</param>
/// <param name="Origin">human or machine: who made the text in that language.</param>
/// <param name="Languages">All languages it can be read in.</param>
public sealed record EntryResponse(
    Guid Id,
    string Kind,
    string Slug,
    string Url,
    int Version,
    string State,
    bool Archival,
    string Language,
    string Origin,
    IReadOnlyList<string> Languages,
    string Title,
    string? Summary,
    IReadOnlyList<CountryRole> Countries,
    IReadOnlyList<string> Regions,
    IReadOnlyList<PlaceResponse> Places,
    string? GeographicScope,
    IReadOnlyList<OrganisationRole> Organisations,
    IReadOnlyList<Tag> Themes,
    IReadOnlyList<Tag> GcmObjectives,
    IReadOnlyList<Tag> SdgTargets,
    IReadOnlyList<SummitName> Summits,
    IReadOnlyList<string> WorkingGroups)
{
    /// <summary>human or machine, by language, for all of <see cref="Languages"/>.</summary>
    public IReadOnlyDictionary<string, string> Origins { get; init; } = new Dictionary<string, string>();

    public PracticeFields? Practice { get; init; }

    public ToolFields? Tool { get; init; }

    public SessionFields? Session { get; init; }

    public RecommendationFields? Recommendation { get; init; }

    /// <summary>Earlier records of the same work, merged into this one: what they said of it in their time, newest first.</summary>
    public IReadOnlyList<EarlierRecord> EarlierRecords { get; init; } = [];

    public IReadOnlyList<LinkResponse> Links { get; init; } = [];

    public IReadOnlyList<FileResponse> Files { get; init; } = [];

    public ImageResponse? Image { get; init; }

    public VideoResponse? Video { get; init; }

    /// <summary>True where it came out of the Mayors Mechanism.</summary>
    public bool MayorsMechanism { get; init; }

    /// <summary>Numbers that the source states, for example <c>pilotCountries</c>: 15.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Where the facts come from.</summary>
    public IReadOnlyList<SourceResponse> Sources { get; init; } = [];

    public string? Licence { get; init; }

    /// <summary>Who answers for it, as <c>country:MD</c> or <c>organisation:iom</c>; null for archival records that nobody has taken on, and for sessions.</summary>
    public string? Owner { get; init; }

    public DateOnly? DateAdded { get; init; }

    public DateOnly? LastVerified { get; init; }

    public DateOnly? NextReview { get; init; }

    /// <summary>The works it is a part of; more than one where several records of the same work were merged.</summary>
    public IReadOnlyList<EntryLink> Parents { get; init; } = [];

    public IReadOnlyList<EntryLink> Parts { get; init; } = [];

    /// <summary>The sessions at which it was presented.</summary>
    public IReadOnlyList<EntryLink> PresentedAt { get; init; } = [];

    public IReadOnlyList<EntryLink> Related { get; init; } = [];

    /// <summary>Only for withdrawn entries: when and why.</summary>
    public Withdrawal? Withdrawal { get; init; }
}

public sealed record CountryRole(string Code, string Role);

public sealed record PlaceResponse(string? Name, double Latitude, double Longitude);

public sealed record OrganisationRole(string Slug, string Name, string? Acronym, string? Type, string Role);

public sealed record LinkResponse(string Url, string? Label, string? Language);

/// <param name="Bytes">Its size, where known.</param>
public sealed record FileResponse(string Url, string? Label, string? Language, string? Format, long? Bytes);

public sealed record ImageResponse(string Url, string Alt);

/// <param name="Year">Of the summit it was shown at, or of the day it was added; null where nothing is stated.</param>
public sealed record EarlierRecord(string Title, int? Year, string? Challenge, string? Text);

public sealed record Figure(string Name, string Value);

public sealed record SourceResponse(string Title, string? Url)
{
    /// <summary>Lines of the source text, for example 38–40.</summary>
    public string? Lines { get; init; }

    /// <summary>Where in a document, for example 12 or 12–13.</summary>
    public string? Page { get; init; }
}

public sealed record Withdrawal(DateTimeOffset At, string Reason);

/// <summary>The template of a practice. Texts are plain text or limited Markdown.</summary>
public sealed record PracticeFields(
    string? Challenge,
    string? Solution,
    string? Activities,
    Beneficiaries? Beneficiaries,
    string? Results,
    string? EvidenceLevel,
    string? Lessons,
    string? Pitfalls,
    string? Conditions,
    string? CostDrivers,
    Money? Budget,
    IReadOnlyList<string> Funders,
    IReadOnlyList<PracticeStep> Steps,
    string? Type,
    string? Status,
    int? StartYear,
    int? EndYear)
{
    /// <summary>The policy tools it uses.</summary>
    public IReadOnlyList<EntryLink> Uses { get; init; } = [];

    /// <summary>What those who answer for it have added since, newest first.</summary>
    public IReadOnlyList<PracticeUpdate> Updates { get; init; } = [];

    /// <summary>True where an editor read the challenge out of the source, which does not state it as such.</summary>
    public bool ChallengeDerived { get; init; }
}

/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Text">Limited Markdown.</param>
/// <param name="Date">A year, or a day as yyyy-MM-dd.</param>
/// <param name="Language">In which it is written: that of its readers is not looked for.</param>
public sealed record PracticeUpdate(string Kind, string Title, string Text, string Date, string Language, IReadOnlyList<LinkResponse> Links)
{
    public static IReadOnlyList<string> Kinds { get; } = ["update", "lesson"];
}

public sealed record Beneficiaries(int? Number, string? Description);

public sealed record Money(decimal Amount, string Currency);

public sealed record PracticeStep(string Title, string? Text);

/// <summary>The template of a policy tool.</summary>
/// <param name="Purpose">What decision it helps.</param>
/// <param name="TestedIn">ISO 3166-1 alpha-2 codes.</param>
public sealed record ToolFields(
    string? ResourceType,
    string? Challenge,
    string? Purpose,
    string? Audience,
    int? Year,
    string? Edition,
    IReadOnlyList<string> DocumentLanguages,
    string? Format,
    IReadOnlyList<string> TestedIn,
    string? GfmdOrigin,
    IReadOnlyList<EntryLink> UsedBy)
{
    /// <summary>True where an editor read the challenge out of the source, which does not state it as such.</summary>
    public bool ChallengeDerived { get; init; }
}

/// <summary>What a summit recommends; the document in which it stands is its source.</summary>
/// <param name="Text">Limited Markdown.</param>
/// <param name="RoundTable">That made it, where one is named.</param>
public sealed record RecommendationFields(string? Text, string? RoundTable);

/// <summary>A line of an entry's version list.</summary>
/// <param name="RecordedAt">When this system took it up; for the first version of an archival record that is its import.</param>
public sealed record VersionResponse(int Version, string State, DateTimeOffset RecordedAt, string? Note);
