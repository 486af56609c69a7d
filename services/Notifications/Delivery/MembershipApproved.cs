using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

internal sealed class MembershipApproved(NotificationsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await db.MemberAsync(planned.Recipient, cancellationToken) is { State: MemberStates.Member, Reader: { } reader }
            ? Mails.Compose<MembershipApproved>(reader, "/members")
            : null;
}
