using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Search.Api;
using PfP.Search.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Search.SavedSearches;

internal static class RenameSearch
{
    public static async Task<Results<Ok<SavedSearchResponse>, NotFound, ValidationProblem>> HandleAsync(
        Guid id, SavedSearchName request, Contributor member, SearchDbContext db, CancellationToken cancellationToken)
    {
        if (SavedSearchesApi.Check(request.Name) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }
        var name = request.Name!.Trim();
        var renamed = await db.SavedSearches.Where(search => search.Id == id && search.MemberId == member.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(search => search.Name, name), cancellationToken);
        return renamed > 0 && await db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(search => search.Id == id, cancellationToken) is { } search
            ? TypedResults.Ok(search.ToResponse())
            : TypedResults.NotFound();
    }
}
