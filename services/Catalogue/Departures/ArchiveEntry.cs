using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Departures;

/// <summary>The secretariat says that an entry is no longer kept up.</summary>
internal static class ArchiveEntry
{
    public static async Task<DepartureResult> HandleAsync(
        Guid id, EntryReason reason, IfMatch match, Contributor contributor, CatalogueDbContext db, EntryDeparture departure, EntryPublication publication, CancellationToken cancellationToken)
    {
        var note = DepartureRules.Said(reason.Reason);
        var (entry, obstacle) = await departure.TakeAsync(id, match, note, needsReason: false, cancellationToken);
        if (entry is null)
        {
            return obstacle!;
        }

        if (entry.State == EntryState.Archived)
        {
            return EntryDeparture.NotIn(entry.State);
        }

        var content = await db.ContentOfAsync(entry, cancellationToken);
        publication.Archive(entry, content, await db.RegistersOfAsync([entry], cancellationToken), contributor.Actor, note);
        return await departure.DoneAsync(entry, cancellationToken);
    }
}
