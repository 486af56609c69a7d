using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Calls;
using PfP.Notifications.Data;
using PfP.Notifications.Reminders;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Follows;

internal static class FollowCall
{
    public static async Task<Results<NoContent, NotFound>> HandleAsync(
        Guid callId, ClaimsPrincipal user, NotificationsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var memberId = user.MemberId() ?? Guid.Empty;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.HoldCallAsync(callId, memberId, cancellationToken) is not { } call)
        {
            return TypedResults.NotFound();
        }

        await db.Database.ExecuteSqlAsync(
            $"insert into follows (member_id, call_id, followed_at) values ({memberId}, {callId}, {clock.GetUtcNow()}) on conflict (member_id, call_id) do nothing", cancellationToken);
        await db.NotForUs.Where(said => said.CallId == callId && said.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.PlanRemindersAsync(call, db.Follows.Where(follow => follow.CallId == callId && follow.MemberId == memberId), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
