using PfP.Catalogue.Countries;
using PfP.Contracts.Catalogue;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Import;

/// <summary>Rows about Migration Profiles, which have no text of their own: a country, a year, a language and a link.</summary>
internal static class ProfileRows
{
    /// <summary>A profile is known by country, year and language, whatever key its row has besides.</summary>
    public static IReadOnlyList<string> KeysOf(ImportRow row)
    {
        string?[] keys = row.Kind == EntryKinds.MigrationProfile && row is { Country: not null, Year: not null }
            ? [$"{EntryKinds.MigrationProfile}/{row.Country.ToLowerInvariant()}-{row.Year}-{row.Language ?? "en"}", row.Key]
            : [row.Key];
        return [.. keys.OfType<string>().Distinct()];
    }

    public static string? Check(ImportRow row) => row switch
    {
        { Country: null } or { Year: null } or { Url: null } => "A Migration Profile needs country, year and url.",
        _ when IsoCountries.Find(row.Country) is null => $"country: '{row.Country}' is not an ISO 3166-1 alpha-2 code.",
        _ when !ProfileRules.IsYear(row.Year) => $"year: {row.Year} is not likely.",
        _ when !ProfileRules.IsLanguage(row.Language ?? "en") => $"language: '{row.Language}' is not in the vocabulary.",
        _ when !Addresses.IsWeb(row.Url) => $"url: '{row.Url}' is not a web address.",
        _ => null,
    };
}
