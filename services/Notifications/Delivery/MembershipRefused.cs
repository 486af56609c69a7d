using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

/// <summary>Not sent to those whom the secretariat has approved in the meantime.</summary>
internal sealed class MembershipRefused(NotificationsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await db.MemberAsync(planned.Recipient, cancellationToken) is { State: MemberStates.Refused, Reader: { } reader, Refusal: var reason }
            ? Mails.Compose<MembershipRefused>(reader, "/contact", reason ?? "")
            : null;
}
