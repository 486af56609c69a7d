using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

internal sealed class NewDevice(NotificationsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var device = await db.Devices.AsNoTracking().SingleOrDefaultAsync(seen => seen.SessionId == planned.Subject, cancellationToken);
        var member = await db.MemberAsync(planned.Recipient, cancellationToken);
        return device is not null && member.Reader is { } reader
            ? Mails.Compose<NewDevice>(reader, "/account/security", device.Device, reader.Local(device.At))
            : null;
    }
}
