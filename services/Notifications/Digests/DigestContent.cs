using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Choices;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Digests;

/// <summary>Settles what a mail holds, so that one whose receipt was lost comes again as it was.</summary>
internal sealed partial class DigestContent(NotificationsDbContext db, ILogger<DigestContent> logger)
{
    // What a busy sender, or a server that is away for a moment, may take.
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    /// <summary>The first time, everything that waits for the member is the mail's.</summary>
    public async Task SettleAsync(PlannedMail planned, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockFoundAsync(planned.Recipient, cancellationToken);
        var digest = await db.Digests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == planned.Subject, cancellationToken);
        // One that was moved meanwhile is gone, and its sender no longer holds it.
        if (digest is not { ComposedAt: null })
        {
            return;
        }

        await LeaveOutAsync(planned.Recipient, now, cancellationToken);
        var count = await db.FoundItems.Where(item => item.MemberId == planned.Recipient && item.DigestId == null)
            .ExecuteUpdateAsync(item => item.SetProperty(row => row.DigestId, planned.Subject), cancellationToken);
        await db.Digests.Where(row => row.Id == planned.Subject).ExecuteUpdateAsync(row => row.SetProperty(taken => taken.ComposedAt, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (now - digest.DueAt > Late)
        {
            LogLate(digest.Id, digest.DueAt, count);
        }
    }

    /// <summary>What those do themselves for whom the member acts is no news to them, nor is anything to who wants none: also not later.</summary>
    private async Task LeaveOutAsync(Guid memberId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = db.FoundItems.Where(item => item.MemberId == memberId && item.DigestId == null);
        if (!(await db.ChoicesAsync(memberId, cancellationToken)).Wants(MailKinds.Follows))
        {
            await waiting.ExecuteDeleteAsync(cancellationToken);
        }

        foreach (var owner in await waiting.Where(item => item.Owner != null).Select(item => item.Owner!).Distinct().ToListAsync(cancellationToken))
        {
            if (await db.ActsForAsync(memberId, owner, now, cancellationToken))
            {
                await waiting.Where(item => item.Owner == owner).ExecuteDeleteAsync(cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Digest {Id} was due at {DueAt} and could not be sent in time: it holds the {Count} things that waited until now")]
    private partial void LogLate(Guid id, DateTimeOffset dueAt, int count);
}
