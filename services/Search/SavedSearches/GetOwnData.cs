using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Search.Data;
using PfP.ServiceDefaults;

namespace PfP.Search.SavedSearches;

/// <summary>All that <see cref="ForgetMember"/> deletes, and what somebody of the secretariat did to the synonyms.</summary>
internal static class GetOwnData
{
    public static async Task<Ok<object>> HandleAsync(Contributor member, SearchDbContext db, CancellationToken cancellationToken) => TypedResults.Ok<object>(new
    {
        SavedSearches = (await ListSearches.HandleAsync(member, db, cancellationToken)).Value,
        Acts = await db.Audit.Where(record => record.Actor == member.Actor).OrderBy(record => record.Id)
            .Select(record => new { record.At, record.Action, Group = record.SubjectId, record.Fields }).ToListAsync(cancellationToken),
    });
}
