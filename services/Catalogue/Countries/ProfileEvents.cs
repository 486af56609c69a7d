using PfP.Contracts.Catalogue;

namespace PfP.Catalogue.Countries;

/// <summary>A Migration Profile as other services learn of it: an entry on its country's page.</summary>
internal static class ProfileEvents
{
    public static EntryPublished Published(MigrationProfile profile) => new(
        profile.Id,
        profile.Version,
        EntryKinds.MigrationProfile,
        profile.Slug,
        $"/countries/{profile.Country.ToLowerInvariant()}#migration-profiles",
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
