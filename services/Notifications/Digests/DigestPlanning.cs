using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Choices;
using PfP.Notifications.Data;
using PfP.Notifications.Reminders;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Digests;

/// <summary>Plans the mail that takes what waits. Under the member's lock, so that what comes is in a mail that is not composed yet.</summary>
internal static class DigestPlanning
{
    /// <summary>Plans one where something waits and none is planned that would take it; also one whose time has passed meanwhile takes all.</summary>
    public static async Task PlanDigestAsync(this NotificationsDbContext db, Guid memberId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.FoundItems.AnyAsync(item => item.MemberId == memberId && item.DigestId == null, cancellationToken)
            && await db.PlannedDigestAsync(memberId, cancellationToken) is null)
        {
            var digest = await db.NextDigestAsync(memberId, now, cancellationToken);
            db.Digests.Add(digest);
            await db.SaveChangesAsync(cancellationToken);
            await db.PlanMailAsync<FollowsDigest>(memberId, digest.Id, digest.DueAt, cancellationToken);
        }
    }

    /// <summary>What waits is sent as the member wishes now. A mail whose time has come already is left to its sender.</summary>
    public static async Task MoveDigestAsync(this NotificationsDbContext db, Guid memberId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.PlannedDigestAsync(memberId, cancellationToken) is { } planned && planned.DueAt > now)
        {
            await db.WithdrawMailAsync([planned.Id], cancellationToken);
            await db.Digests.Where(digest => digest.Id == planned.Id).ExecuteDeleteAsync(cancellationToken);
            await db.PlanDigestAsync(memberId, now, cancellationToken);
        }
    }

    private static Task<Digest?> PlannedDigestAsync(this NotificationsDbContext db, Guid memberId, CancellationToken cancellationToken) => db.Digests.FromSql(
        $"""
        select digests.* from digests join deliveries on deliveries.recipient = digests.member_id and deliveries.subject = digests.id
        where digests.member_id = {memberId} and digests.composed_at is null and deliveries.state = 'waiting'
        """).AsNoTracking().OrderBy(digest => digest.DueAt).FirstOrDefaultAsync(cancellationToken);

    private static async Task<Digest> NextDigestAsync(this NotificationsDbContext db, Guid memberId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var frequency = (await db.ChoicesAsync(memberId, cancellationToken)).Frequency;
        if (frequency == Frequencies.Each)
        {
            return new(Guid.CreateVersion7(), memberId, await db.QuietUntilAsync(memberId, now, cancellationToken), null);
        }

        var earlier = await db.Digests.Where(digest => digest.MemberId == memberId).Select(digest => digest.Id).ToListAsync(cancellationToken);
        var (date, dueAt) = DigestDays.After(now, frequency, await db.ClockOfAsync(memberId, cancellationToken)).First(day => !earlier.Contains(Digest.IdOf(memberId, day.Date)));
        return new(Digest.IdOf(memberId, date), memberId, dueAt, null);
    }
}
