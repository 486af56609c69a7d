using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue;

namespace PfP.Catalogue.Countries;

/// <summary>How a Migration Profile gets its next version, whether by import or by hand; the caller saves.</summary>
internal static class ProfilePublication
{
    /// <returns>False where the profile says the same already.</returns>
    public static bool Publish(CatalogueDbContext db, MigrationProfile profile, string url, string? title, DateTimeOffset at, string actor)
    {
        if (profile.Says(url, title))
        {
            return false;
        }

        profile.Publish(url, title);
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
