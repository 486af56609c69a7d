using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Departures;

internal static class GetDeskEntry
{
    public static async Task<Results<Ok<DeskEntry>, NotFound>> HandleAsync(Guid id, EntryDeparture departure, CancellationToken cancellationToken) =>
        await departure.FindAsync(id, cancellationToken) is { } entry ? TypedResults.Ok(await departure.ViewAsync(entry, cancellationToken)) : TypedResults.NotFound();
}
