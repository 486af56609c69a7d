using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Entries;

/// <summary>
/// The only way in which an entry becomes public, changes or goes. Each step adds the revision, the audit record and the event to the
/// same context, so that one SaveChanges commits them together.
/// </summary>
/// <param name="db">The caller saves.</param>
internal sealed class EntryPublication(CatalogueDbContext db, TimeProvider clock)
{
    /// <summary>The reason of a merge for which nobody gave another.</summary>
    public const string SameWork = "It describes the same work as another entry.";

    /// <summary>How audit records name every publication but an entry's first.</summary>
    public const string Updated = "updated";

    /// <param name="previous">The current content of an entry published before, else null.</param>
    /// <param name="slug">Taken at the first publication.</param>
    public void Publish(Entry entry, EntryContent content, EntryContent? previous, string slug, Registers registers, string actor, string? note = null)
    {
        var isFirst = entry.Slug is null;
        Record(entry, entry.Publish(content, slug, registers, clock.GetUtcNow(), note), isFirst ? "published" : Updated, actor, StoredJson.Changes(previous, content));
        if (isFirst)
        {
            db.Keys.Add(new EntryKey(EntryKey.OfAddress(entry.Kind, entry.Slug!), entry.Id));
        }

        db.Publish(EntryEvents.Published(entry, content, registers));
    }

    /// <summary>Marks it as no longer kept up; it stays readable and searchable.</summary>
    public void Archive(Entry entry, EntryContent content, Registers registers, string actor, string? note)
    {
        Record(entry, entry.Archive(content, clock.GetUtcNow(), note), "archived", actor, []);
        db.Publish(EntryEvents.Published(entry, content, registers));
    }

    public void Withdraw(Entry entry, EntryContent content, string reason, string actor)
    {
        Record(entry, entry.Withdraw(content, reason, clock.GetUtcNow()), "withdrawn", actor, []);
        db.Publish(EntryEvents.Withdrawn(entry));
    }

    /// <summary>Leads every key and the address of a duplicate to the entry that stays, which must stay as it was read: two that were merged into each other would lead nowhere.</summary>
    public async Task MergeAsync(Entry entry, EntryContent content, Entry target, string reason, string actor, CancellationToken cancellationToken)
    {
        Record(entry, entry.MergeInto(target, content, reason, clock.GetUtcNow()), "merged", actor, []);
        // Written as it is, so that saving fails where it has another version by now.
        db.Entry(target).Property(other => other.RecordedAt).IsModified = true;
        await db.Keys.Where(key => key.TargetId == entry.Id).LoadAsync(cancellationToken);
        foreach (var key in db.Keys.Local.Where(key => key.TargetId == entry.Id))
        {
            key.LeadTo(target.Id);
        }

        db.Publish(EntryEvents.Withdrawn(entry));
        if (entry.Owner is { } owner)
        {
            db.Publish(new EntryMerged(entry.Id, entry.Version, entry.Title, owner, EntryAddress.Of(target.Kind, target.Slug!)));
        }
    }

    private void Record(Entry entry, EntryRevision revision, string action, string actor, string[] fields)
    {
        db.Revisions.Add(revision);
        db.Audit.Add(new AuditRecord(revision.RecordedAt, actor, action, entry.Kind, entry.Id, entry.Version, fields));
    }
}
