using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Search.Data;
using PfP.ServiceDefaults;

namespace PfP.Search.SavedSearches;

internal static class DeleteSearch
{
    public static async Task<Results<NoContent, NotFound>> HandleAsync(Guid id, Contributor member, SearchDbContext db, CancellationToken cancellationToken) =>
        await db.SavedSearches.Where(search => search.Id == id && search.MemberId == member.Id).ExecuteDeleteAsync(cancellationToken) > 0
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
