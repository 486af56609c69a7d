namespace PfP.Contracts.Catalogue.Api;

/// <summary>Numbers for the home page and the browse pages; each count is of published entries.</summary>
public sealed record StatisticsResponse(
    int Practices,
    int Tools,
    int Sessions,
    int Countries,
    int Organisations,
    IReadOnlyDictionary<string, int> ByTheme,
    IReadOnlyDictionary<string, int> ByCountry,
    IReadOnlyDictionary<string, int> ByRegion);

/// <summary>A summit, its sessions, and how many entries were shown at it.</summary>
public sealed record SummitResponse(
    int Number,
    int Year,
    string City,
    string HostCountry,
    DateOnly? StartDate,
    DateOnly? EndDate,
    IReadOnlyList<string> Themes,
    int Entries,
    IReadOnlyList<EntryLink> Sessions)
{
    /// <summary>Where dates and themes are stated.</summary>
    public IReadOnlyList<SourceResponse> Sources { get; init; } = [];
}

public sealed record OrganisationResponse(string Slug, string Name, string? Acronym, string? Type, int Entries);

/// <summary>A country as a place of entries.</summary>
/// <param name="Name">In the language asked for.</param>
/// <param name="MigrationProfiles">Its Migration Profiles, newest first.</param>
public sealed record CountryResponse(
    string Code,
    string Iso3,
    string M49,
    string Name,
    double Latitude,
    double Longitude,
    string Region,
    string SubRegion,
    int Practices,
    int Tools,
    int Sessions,
    IReadOnlyList<MigrationProfileResponse> MigrationProfiles);

public sealed record MigrationProfileResponse(int Year, string Language, string Url, string? Title);

/// <summary>A value of a vocabulary with its label in the language asked for.</summary>
/// <param name="Parent">For regions: the M49 code of the region above.</param>
public sealed record VocabularyTerm(string Value, string Label, string? Description, string? Parent);
