using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

internal sealed class WarnOfDevice(NotificationsDbContext db, TimeProvider clock) : IEventHandler<DeviceSignedIn>
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    public async Task HandleAsync(DeviceSignedIn message, EventContext context, CancellationToken cancellationToken)
    {
        var old = clock.GetUtcNow() - Keep;
        await db.Devices.Where(device => device.At < old).ExecuteDeleteAsync(cancellationToken);
        db.Devices.Add(new(message.SessionId, message.MemberId, message.At.ToUniversalTime(), message.Device));
        await db.PlanMailAsync<NewDevice>(message.MemberId, message.SessionId, cancellationToken: cancellationToken);
    }
}
