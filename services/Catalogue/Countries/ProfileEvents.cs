using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Countries;

/// <summary>A Migration Profile as other services learn of it: an entry on its country's page.</summary>
internal static class ProfileEvents
{
    public static EntryPublished Published(MigrationProfile profile) => new(
        profile.Id,
        profile.Version,
        EntryKinds.MigrationProfile,
        profile.Slug,
        Address(profile),
        profile.Language,
        new Dictionary<string, EntryText> { [profile.Language] = new(Title(profile), null, profile.Title, "human") },
        [new EntryCountry(profile.Country, "lead")],
        [],
        [],
        [],
        [],
        [],
        [])
    {
        StartYear = profile.Year,
    };

    public static EntryWithdrawn Withdrawn(MigrationProfile profile) =>
        new(profile.Id, profile.Version, EntryKinds.MigrationProfile, profile.Slug, profile.WithdrawnAt!.Value, profile.WithdrawalReason!);

    /// <summary>It as entries are linked.</summary>
    public static EntryLink Link(MigrationProfile profile) => new(EntryKinds.MigrationProfile, profile.Slug, Address(profile), Title(profile), profile.Language);

    private static string Address(MigrationProfile profile) => $"/countries/{profile.Country.ToLowerInvariant()}#migration-profiles";

    private static string Title(MigrationProfile profile)
    {
        var country = IsoCountries.Find(profile.Country)!.Name.In(profile.Language);
        return profile.Language switch
        {
            "fr" => $"Profil migratoire : {country} ({profile.Year})",
            "es" => $"Perfil migratorio: {country} ({profile.Year})",
            _ => $"Migration Profile of {country} ({profile.Year})",
        };
    }
}
