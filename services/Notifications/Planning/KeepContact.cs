using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Digests;
using PfP.Notifications.Members;
using PfP.Notifications.Reminders;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

internal sealed class KeepContact(NotificationsDbContext db, TimeProvider clock) : IEventHandler<MemberContactChanged>
{
    public async Task HandleAsync(MemberContactChanged message, EventContext context, CancellationToken cancellationToken)
    {
        await db.LockFoundAsync(message.MemberId, cancellationToken);
        await db.ChangeAsync(message, cancellationToken);
        await db.MoveRemindersAsync(message.MemberId, clock.GetUtcNow(), cancellationToken);
        await db.MoveDigestAsync(message.MemberId, clock.GetUtcNow(), cancellationToken);
    }
}
