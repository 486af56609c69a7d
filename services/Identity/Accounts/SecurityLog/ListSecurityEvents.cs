using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts;
using PfP.Identity.Data;
using PfP.Identity.Members;

namespace PfP.Identity.Accounts.SecurityLog;

internal static class ListSecurityEvents
{
    public static async Task<Results<Ok<Page<SecurityEvent>>, ValidationProblem>> HandleAsync(
        Guid? account, [AsParameters] Paging paging, IdentityDbContext db, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var events = db.SecurityEvents.AsNoTracking().Where(happened => account == null || happened.AccountId == account);
        var page = await events.OrderByDescending(happened => happened.Id).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<SecurityEvent>(await events.CountAsync(cancellationToken), paging.Number, paging.Size, page));
    }
}
