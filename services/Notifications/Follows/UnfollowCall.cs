using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Data;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Follows;

internal static class UnfollowCall
{
    /// <summary>What waits is left waiting: it looks whether the member follows when its time comes, and they may do so again.</summary>
    public static async Task<Results<NoContent, NotFound>> HandleAsync(Guid callId, ClaimsPrincipal user, NotificationsDbContext db, CancellationToken cancellationToken)
    {
        var memberId = user.MemberId();
        if (!await db.Calls.AnyAsync(call => call.Id == callId, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        await db.Follows.Where(follow => follow.CallId == callId && follow.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
