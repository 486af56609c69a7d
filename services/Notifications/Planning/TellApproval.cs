using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.Notifications.Digests;
using PfP.Notifications.Members;
using PfP.Notifications.Reminders;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

internal sealed class TellApproval(NotificationsDbContext db, TimeProvider clock) : IEventHandler<MemberApproved>
{
    public async Task HandleAsync(MemberApproved message, EventContext context, CancellationToken cancellationToken)
    {
        await db.LockFoundAsync(message.MemberId, cancellationToken);
        await db.ApproveAsync(message, cancellationToken);
        await db.MoveRemindersAsync(message.MemberId, clock.GetUtcNow(), cancellationToken);
        await db.MoveDigestAsync(message.MemberId, clock.GetUtcNow(), cancellationToken);
        if (!message.Invited)
        {
            await db.PlanMailAsync<MembershipApproved>(message.MemberId, SubjectIds.Of(message.MemberId, message.Version), cancellationToken: cancellationToken);
        }
    }
}
