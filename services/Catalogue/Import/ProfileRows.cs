using PfP.Catalogue.Countries;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue;
using PfP.Vocabularies;

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
        _ when row.Year is < 1990 or > 2100 => $"year: {row.Year} is not likely.",
        _ when Vocabulary.Languages.Find(row.Language ?? "en") is null => $"language: '{row.Language}' is not in the vocabulary.",
        _ when !(Uri.TryCreate(row.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") => $"url: '{row.Url}' is not a web address.",
        _ => null,
    };

    /// <returns>False where the profile says the same already.</returns>
    public static bool Publish(CatalogueDbContext db, MigrationProfile profile, ImportRow row, DateTimeOffset at, string actor)
    {
        if (profile.Version > 0 && profile.WithdrawnAt is null && profile.Url == row.Url && profile.Title == row.Title)
        {
            return false;
        }

        profile.Publish(row.Url!, row.Title);
        db.Audit.Add(new AuditRecord(at, actor, profile.Version == 1 ? "published" : "updated", EntryKinds.MigrationProfile, profile.Id, profile.Version, ["url", "title"]));
        db.Publish(ProfileEvents.Published(profile));
        return true;
    }

    public static void Withdraw(CatalogueDbContext db, MigrationProfile profile, string reason, DateTimeOffset at, string actor)
    {
        profile.Withdraw(reason, at);
        db.Audit.Add(new AuditRecord(at, actor, "withdrawn", EntryKinds.MigrationProfile, profile.Id, profile.Version, []));
        db.Publish(ProfileEvents.Withdrawn(profile));
    }
}
