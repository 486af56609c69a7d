using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Contacts;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Departures;

/// <summary>The secretariat says that an entry is a duplicate of another, to which its address then leads.</summary>
internal sealed class MergeEntry(CatalogueDbContext db, EntryDeparture departure, EntryPublication publication, ContactChanges contacts)
{
    public static Task<DepartureResult> HandleAsync(Guid id, EntryMerge merge, IfMatch match, Contributor contributor, MergeEntry merging, CancellationToken cancellationToken) =>
        merging.MergeAsync(id, merge, match, contributor, cancellationToken);

    private async Task<DepartureResult> MergeAsync(Guid id, EntryMerge merge, IfMatch match, Contributor contributor, CancellationToken cancellationToken)
    {
        var reason = DepartureRules.Said(merge.Reason) ?? EntryPublication.SameWork;
        var (entry, obstacle) = await departure.TakeAsync(id, match, reason, needsReason: false, cancellationToken);
        if (entry is null)
        {
            return obstacle!;
        }

        var target = await db.Entries.FirstOrDefaultAsync(other => other.Id == merge.Into, cancellationToken);
        if (DepartureRules.CheckTarget(entry, target) is { Count: > 0 } wrong)
        {
            return Breach.Answer(wrong);
        }

        await publication.MergeAsync(entry, await db.ContentOfAsync(entry, cancellationToken), target!, reason, contributor.Actor, cancellationToken);
        // Its address leads elsewhere for good: nobody could read them, or take them back.
        await db.Contacts.Where(contact => contact.EntryId == entry.Id).LoadAsync(cancellationToken);
        contacts.Replace(entry, [], contributor.Actor);
        return await departure.DoneAsync(entry, cancellationToken);
    }
}
