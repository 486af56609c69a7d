using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

internal sealed class TellRefusal(NotificationsDbContext db) : IEventHandler<MemberRefused>
{
    public async Task HandleAsync(MemberRefused message, EventContext context, CancellationToken cancellationToken)
    {
        await db.RefuseAsync(message, cancellationToken);
        await db.PlanMailAsync<MembershipRefused>(message.MemberId, SubjectIds.Of(message.MemberId, message.Version), cancellationToken: cancellationToken);
    }
}
