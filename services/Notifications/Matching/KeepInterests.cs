using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Matching;

internal sealed class KeepInterests(NotificationsDbContext db) : IEventHandler<MemberInterestsChanged>
{
    public async Task HandleAsync(MemberInterestsChanged message, EventContext context, CancellationToken cancellationToken)
    {
        await db.LockInterestsAsync(message.MemberId, cancellationToken);
        await db.KeepAsync(message, cancellationToken);
    }
}
