using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

internal sealed class KeepContact(NotificationsDbContext db) : IEventHandler<MemberContactChanged>
{
    public Task HandleAsync(MemberContactChanged message, EventContext context, CancellationToken cancellationToken) =>
        db.ChangeAsync(message, cancellationToken);
}
