using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Catalogue;
using PfP.Notifications.Data;
using PfP.Notifications.Digests;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Entries;

/// <summary>A version that comes anew is news to who follows its entry; one that is replayed and known is not.</summary>
internal sealed class KeepEntry(NotificationsDbContext db, TimeProvider clock) : IEventHandler<EntryPublished>, IEventHandler<EntryWithdrawn>
{
    public async Task HandleAsync(EntryPublished message, EventContext context, CancellationToken cancellationToken)
    {
        var (entry, now) = (KnownEntry.From(message), clock.GetUtcNow());
        await db.LockEntryAsync(entry.Id, cancellationToken);
        if (!await db.KeepEntryAsync(entry, cancellationToken))
        {
            return;
        }

        var followers = await db.EntryFollows.Where(follow => follow.EntryId == entry.Id).Select(follow => follow.MemberId).OrderBy(id => id).ToListAsync(cancellationToken);
        foreach (var member in followers)
        {
            await db.LockFoundAsync(member, cancellationToken);
            await db.KeepFoundAsync([ItemOf(entry, member, now)], member, cancellationToken);
            await db.PlanDigestAsync(member, now, cancellationToken);
        }
    }

    public async Task HandleAsync(EntryWithdrawn message, EventContext context, CancellationToken cancellationToken)
    {
        await db.LockEntryAsync(message.EntryId, cancellationToken);
        await db.KeepEntryAsync(KnownEntry.From(message), cancellationToken);
    }

    private static FoundItem ItemOf(KnownEntry entry, Guid member, DateTimeOffset now) => new()
    {
        MemberId = member,
        Kind = entry.Kind,
        EntryId = entry.Id,
        Version = entry.Version,
        Path = entry.Path,
        Language = entry.Language,
        Titles = entry.Titles,
        Owner = entry.Owner,
        FoundAt = now,
    };
}
