using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

internal sealed class KeepAppointment(NotificationsDbContext db) : IEventHandler<MemberAppointed>
{
    public Task HandleAsync(MemberAppointed message, EventContext context, CancellationToken cancellationToken) => db.AppointAsync(message, cancellationToken);
}
