using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Departures;

/// <summary>The secretariat takes an entry out of the catalogue.</summary>
internal static class WithdrawEntry
{
    public static async Task<DepartureResult> HandleAsync(
        Guid id, EntryReason reason, IfMatch match, Contributor contributor, CatalogueDbContext db, EntryDeparture departure, EntryPublication publication, CancellationToken cancellationToken)
    {
        var said = DepartureRules.Said(reason.Reason);
        var (entry, obstacle) = await departure.TakeAsync(id, match, said, needsReason: true, cancellationToken);
        if (entry is null)
        {
            return obstacle!;
        }

        publication.Withdraw(entry, await db.ContentOfAsync(entry, cancellationToken), said!, contributor.Actor);
        return await departure.DoneAsync(entry, cancellationToken);
    }
}
