namespace PfP.Contracts.Catalogue.Api;

/// <summary>A Migration Profile of a country, as the repository of them lists it.</summary>
/// <param name="CountryName">In the language asked for.</param>
/// <param name="Url">On the web, or on this site (it begins with <c>/</c>) where the document is a file.</param>
/// <param name="Version">Counts up with every change; a change names the one that its editor has seen.</param>
public sealed record MigrationProfileItem(Guid Id, string Country, string CountryName, int Year, string Language, string Url, string? Title, int Version);

/// <summary>What is typed to add a Migration Profile. Country, year and language are its name, and do not change afterwards.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Year">Four digits.</param>
/// <param name="Language">Of the document.</param>
/// <param name="Url">Where the document is: on the web, or a file that was sent for this country before.</param>
/// <param name="Title">What the document calls itself, where that says more than country and year.</param>
public sealed record NewMigrationProfile(string? Country, string? Year, string? Language, string? Url, string? Title);

/// <summary>What may be changed of a Migration Profile.</summary>
public sealed record MigrationProfileChange(string? Url, string? Title);

/// <summary>The bounds of what is typed, and the policy tool that the profiles are the items of.</summary>
public static class MigrationProfiles
{
    /// <summary>The slug of the Migration Profiles Repository, a policy tool: slugs never change.</summary>
    public const string Repository = "migration-profiles-repository";

    /// <summary>Below which each file has its address: its id, and its name.</summary>
    public const string FilesAddress = "/api/catalogue/profiles/files";

    public const int EarliestYear = 1990;
    public const int LatestYear = 2100;
    public const int LongestUrl = 2_000;
    public const int LongestTitle = 300;
}
