using System.Text.Json.Serialization;

namespace PfP.Catalogue.Import;

/// <summary>
/// A row of an import file: the columns of README.md. A column that is absent leaves the entry's field as it is; an empty list or
/// text empties it.
/// </summary>
internal sealed record ImportRow
{
    public string? Action { get; init; }

    public string? Kind { get; init; }

    public string? Key { get; init; }

    public string? Reason { get; init; }

    public string? Into { get; init; }

    public string? OwnerCountry { get; init; }

    public string? OwnerOrganisation { get; init; }

    public string? Language { get; init; }

    public string? Origin { get; init; }

    public string? Title { get; init; }

    public string? Summary { get; init; }

    public string? Challenge { get; init; }

    public bool? ChallengeDerived { get; init; }

    public string? Solution { get; init; }

    public string? Activities { get; init; }

    public string? Beneficiaries { get; init; }

    public int? BeneficiariesNumber { get; init; }

    public string? Results { get; init; }

    public string? Lessons { get; init; }

    public string? Pitfalls { get; init; }

    public string? Conditions { get; init; }

    public string? CostDrivers { get; init; }

    public string? Purpose { get; init; }

    public string? Audience { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<RowStep>? Steps { get; init; }

    public IReadOnlyList<RowCountry>? Countries { get; init; }

    public IReadOnlyList<string>? Regions { get; init; }

    public IReadOnlyList<RowPlace>? Places { get; init; }

    public string? GeographicScope { get; init; }

    public IReadOnlyList<RowOrganisation>? Organisations { get; init; }

    public IReadOnlyList<string>? Funders { get; init; }

    public IReadOnlyList<string>? Themes { get; init; }

    public IReadOnlyList<string>? SuggestedThemes { get; init; }

    public IReadOnlyList<string>? Gcm { get; init; }

    public IReadOnlyList<string>? SuggestedGcm { get; init; }

    public IReadOnlyList<string>? Sdg { get; init; }

    public IReadOnlyList<string>? SuggestedSdg { get; init; }

    public IReadOnlyList<int>? Summits { get; init; }

    public IReadOnlyList<RowSession>? Sessions { get; init; }

    public IReadOnlyList<string>? WorkingGroups { get; init; }

    public bool? MayorsMechanism { get; init; }

    public string? Type { get; init; }

    public string? Status { get; init; }

    public int? StartYear { get; init; }

    public int? EndYear { get; init; }

    public string? EvidenceLevel { get; init; }

    public RowBudget? Budget { get; init; }

    public int? Year { get; init; }

    public string? Edition { get; init; }

    public IReadOnlyList<string>? DocumentLanguages { get; init; }

    public string? Format { get; init; }

    public IReadOnlyList<string>? TestedIn { get; init; }

    public string? GfmdOrigin { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public int? DurationMinutes { get; init; }

    public string? RoundTable { get; init; }

    public IReadOnlyList<RowLink>? Links { get; init; }

    public IReadOnlyList<RowFile>? Files { get; init; }

    public RowImage? Image { get; init; }

    public string? Licence { get; init; }

    public bool? PermissionToPublish { get; init; }

    public DateOnly? DateAdded { get; init; }

    public DateOnly? LastVerified { get; init; }

    public DateOnly? NextReview { get; init; }

    public IReadOnlyList<RowFigure>? Figures { get; init; }

    public IReadOnlyList<RowSource>? Sources { get; init; }

    /// <summary>Beside the entry's content; members alone see it.</summary>
    [JsonConverter(typeof(OneOrMore<RowContact>))]
    public IReadOnlyList<RowContact>? Contact { get; init; }

    public IReadOnlyList<RowAccount>? EarlierRecords { get; init; }

    public IReadOnlyList<string>? Notes { get; init; }

    public IReadOnlyList<string>? Parents { get; init; }

    public IReadOnlyList<string>? Related { get; init; }

    public IReadOnlyList<string>? Uses { get; init; }

    // Of Migration Profiles.
    public string? Country { get; init; }

    public string? Url { get; init; }
}

internal sealed record RowCountry(string Code, string Role = "mentioned");

internal sealed record RowOrganisation(string Name, string Role = "partner", string? Acronym = null, string? Type = null);

internal sealed record RowPlace(double Latitude, double Longitude, string? Name = null);

internal sealed record RowSession(string Key, int? Order = null, string? Slides = null, string? Video = null)
{
    /// <summary>What merged records said of their presentation there; otherwise that of the row.</summary>
    public string? Title { get; init; }

    public IReadOnlyList<RowCountry>? Countries { get; init; }

    public IReadOnlyList<RowOrganisation>? Organisations { get; init; }
}

internal sealed record RowStep(string Title, string? Text = null);

internal sealed record RowBudget(decimal Amount, string Currency);

internal sealed record RowLink(string Url, string? Label = null, string? Language = null);

internal sealed record RowFile(string Url, string? Label = null, string? Language = null, string? Format = null, long? Bytes = null);

internal sealed record RowImage(string Url, string Alt);

internal sealed record RowFigure(string Name, string Value);

internal sealed record RowSource(string Title, string? Url = null, string? Lines = null, string? OriginalTitle = null, string? Page = null);

internal sealed record RowContact(string Name, string Email, string? Phone = null);

internal sealed record RowAccount(string Title, int? Year = null, string? Challenge = null, string? Text = null);
