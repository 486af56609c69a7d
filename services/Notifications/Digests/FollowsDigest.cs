using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Calls;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Choices;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Digests;

/// <summary>What is new in what a member follows. What it holds is settled once; whether it is still public and wanted is looked at each time.</summary>
internal sealed class FollowsDigest(NotificationsDbContext db, DigestMails mails, DigestContent content, TimeProvider clock) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var member = await db.MemberAsync(planned.Recipient, cancellationToken);
        await content.SettleAsync(planned, clock.GetUtcNow(), cancellationToken);
        var items = await ItemsAsync(planned, cancellationToken);
        return items.Count > 0 && member.Reader is { } reader && (await db.ChoicesAsync(member.Id, cancellationToken)).Wants(MailKinds.Follows)
            ? mails.Compose(member.Id, reader, items)
            : null;
    }

    private Task<List<FoundItem>> ItemsAsync(PlannedMail planned, CancellationToken cancellationToken) => db.FoundItems.AsNoTracking()
        .Where(item => item.DigestId == planned.Subject && item.MemberId == planned.Recipient)
        .Where(item => !db.Entries.Any(entry => entry.Id == item.EntryId && entry.Withdrawn))
        .Where(item => !db.Calls.Any(call => call.Id == item.EntryId && call.State == CallStates.Cancelled))
        .OrderBy(item => item.FoundAt).ThenBy(item => item.EntryId).ThenBy(item => item.Version).ToListAsync(cancellationToken);
}
