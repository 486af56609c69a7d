using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

internal sealed class TellApproval(NotificationsDbContext db) : IEventHandler<MemberApproved>
{
    public async Task HandleAsync(MemberApproved message, EventContext context, CancellationToken cancellationToken)
    {
        await db.ApproveAsync(message, cancellationToken);
        if (!message.Invited)
        {
            await db.PlanMailAsync<MembershipApproved>(message.MemberId, SubjectIds.Of(message.MemberId, message.Version), cancellationToken: cancellationToken);
        }
    }
}
