using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Data;
using PfP.Notifications.Entries;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Notifications.Follows;

internal static class FollowEntry
{
    public static async Task<Results<NoContent, NotFound>> HandleAsync(
        Guid entryId, ClaimsPrincipal user, NotificationsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var memberId = user.MemberId() ?? Guid.Empty;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.HoldEntryAsync(entryId, memberId, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        await db.Database.ExecuteSqlAsync(
            $"insert into entry_follows (member_id, entry_id, followed_at) values ({memberId}, {entryId}, {clock.GetUtcNow()}) on conflict (member_id, entry_id) do nothing", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Also one that was withdrawn meanwhile. What waits of it is told no more.</summary>
    public static async Task<Results<NoContent, NotFound>> EndAsync(Guid entryId, ClaimsPrincipal user, NotificationsDbContext db, CancellationToken cancellationToken)
    {
        var memberId = user.MemberId();
        if (!await db.Entries.AnyAsync(entry => entry.Id == entryId, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        await db.EntryFollows.Where(follow => follow.EntryId == entryId && follow.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.FoundItems.Where(item => item.EntryId == entryId && item.MemberId == memberId && item.Version > 0 && item.DigestId == null).ExecuteDeleteAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
