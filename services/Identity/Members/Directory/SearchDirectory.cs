using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Directory;

internal static class SearchDirectory
{
    public static async Task<Results<Ok<Page<MemberSummary>>, ValidationProblem>> HandleAsync(
        [AsParameters] DirectoryQuery query, [AsParameters] Paging paging, Reader reader, IdentityDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = paging.Errors();
        query.AddErrors(errors);
        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var found = db.Members.AsNoTracking().FoundBy(reader, clock.GetUtcNow()).Matching(query, reader);
        var total = await found.CountAsync(cancellationToken);
        var page = await found.InOrder(query, reader).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<MemberSummary>(total, paging.Number, paging.Size, [.. page.Select(member => MemberViews.Summary(member, reader))]));
    }
}
