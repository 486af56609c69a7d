using System.Text.Json;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Groups;

/// <summary>How a group gets its next version; the caller saves. Others hear of it only where what everybody reads has changed.</summary>
internal static class GroupPublication
{
    /// <returns>False where the group says the same already.</returns>
    public static async Task<bool> ChangeAsync(
        CatalogueDbContext db, WorkingGroup group, GroupContent content, string action, Contributor contributor, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var fields = StoredJson.Changes(group.Content, content);
        if (fields.Length == 0)
        {
            return false;
        }

        var names = await GroupNames.OfAsync(db, group.Content.Chairs.Concat(content.Chairs), cancellationToken);
        var before = Said(group, names);
        group.Change(content);
        db.Audit.Add(new AuditRecord(at, contributor.Actor, action, EntryKinds.WorkingGroup, group.Id, group.Version, fields));
        if (Said(group, names) != before)
        {
            Publish(db, group, names);
        }

        return true;
    }

    public static void Publish(CatalogueDbContext db, WorkingGroup group, GroupNames names)
    {
        group.Publish();
        db.Publish(GroupEvents.Published(group, names));
    }

    private static string Said(WorkingGroup group, GroupNames names) => JsonSerializer.Serialize(GroupEvents.Published(group, names));
}
