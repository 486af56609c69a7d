using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;
using PfP.Vocabularies;

namespace PfP.Catalogue.Countries;

/// <summary>What a Migration Profile must say.</summary>
internal static class ProfileRules
{
    public static bool IsYear(int? year) => year is >= MigrationProfiles.EarliestYear and <= MigrationProfiles.LatestYear;

    public static bool IsLanguage(string? language) => Vocabulary.Languages.Find(language) is not null;

    public static IReadOnlyList<Breach> Check(NewMigrationProfile profile) =>
    [
        .. Breach.Require("country", IsoCountries.Find(Typed.Given(profile.Country)) is not null, "It is an ISO 3166-1 alpha-2 code."),
        .. Breach.Require("year", IsYear(Typed.Number(profile.Year)), $"It is a year from {MigrationProfiles.EarliestYear} to {MigrationProfiles.LatestYear}, such as 2019."),
        .. Breach.Require("language", IsLanguage(profile.Language), "It is not in the vocabulary."),
        .. Check(new MigrationProfileChange(profile.Url, profile.Title)),
    ];

    public static IReadOnlyList<Breach> Check(MigrationProfileChange change) =>
    [
        .. Breach.Require(
            "url",
            Typed.Given(change.Url) is { } url && PlainText.IsLine(url, MigrationProfiles.LongestUrl) && (Addresses.IsWeb(url) || ProfileFile.At(url) is not null),
            $"It is a web address of at most {MigrationProfiles.LongestUrl} characters, or that of a file."),
        .. Breach.Require(
            "title",
            Typed.Given(change.Title) is not { } title || PlainText.IsLine(title, MigrationProfiles.LongestTitle),
            $"It is one line of at most {MigrationProfiles.LongestTitle} characters."),
    ];
}
