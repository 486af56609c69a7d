using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Calls;
using PfP.Notifications.Data;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Matching;

internal static class DeclineCall
{
    /// <summary>Until they follow it: what one says last holds.</summary>
    public static async Task<Results<NoContent, NotFound>> HandleAsync(
        Guid callId, ClaimsPrincipal user, NotificationsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var memberId = user.MemberId() ?? Guid.Empty;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.HoldCallAsync(callId, memberId, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        await db.Database.ExecuteSqlAsync(
            $"insert into not_for_us (member_id, call_id, said_at) values ({memberId}, {callId}, {clock.GetUtcNow()}) on conflict (member_id, call_id) do nothing", cancellationToken);
        await db.Follows.Where(follow => follow.CallId == callId && follow.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
