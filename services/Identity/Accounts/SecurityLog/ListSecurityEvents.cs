using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.Identity.Members;
using PfP.ServiceDefaults;

namespace PfP.Identity.Accounts.SecurityLog;

internal static class ListSecurityEvents
{
    private const int LongestAction = 100;

    public static async Task<Results<Ok<Page<SecurityEventResponse>>, ValidationProblem>> HandleAsync(
        Guid? account, string? action, [AsParameters] Paging paging, IdentityDbContext db, CancellationToken cancellationToken)
    {
        var errors = paging.Errors();
        if (!PlainText.IsLine(action ?? "", LongestAction))
        {
            errors["action"] = [$"action has at most {LongestAction} characters."];
        }

        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var events = db.SecurityEvents.AsNoTracking().Where(happened => (account == null || happened.AccountId == account) && (action == null || happened.Action == action));
        var page = await events.OrderByDescending(happened => happened.Id).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        var names = await db.NamesAsync(page.SelectMany(happened => new[] { happened.AccountId, happened.Actor }), cancellationToken);
        return TypedResults.Ok(new Page<SecurityEventResponse>(
            await events.CountAsync(cancellationToken), paging.Number, paging.Size,
            [.. page.Select(happened => new SecurityEventResponse(
                happened.Id, happened.At, happened.AccountId, names.Of(happened.AccountId), happened.Actor, names.Of(happened.Actor), happened.Action, happened.Fields))]));
    }
}
