using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Search.Api;
using PfP.Search.Data;
using PfP.ServiceDefaults;

namespace PfP.Search.SavedSearches;

internal static class ListSearches
{
    public static async Task<Ok<IReadOnlyList<SavedSearchResponse>>> HandleAsync(Contributor member, SearchDbContext db, CancellationToken cancellationToken)
    {
        var searches = await db.SavedSearches.AsNoTracking().Where(search => search.MemberId == member.Id)
            .OrderByDescending(search => search.SavedAt).ThenByDescending(search => search.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<SavedSearchResponse>>([.. searches.Select(search => search.ToResponse())]);
    }
}
