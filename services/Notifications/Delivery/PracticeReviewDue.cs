using PfP.Notifications.Data;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

internal sealed class PracticeReviewDue(NotificationsDbContext db, TimeProvider clock) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken) =>
        await db.ComposeNoticeAsync<PracticeReviewDue>(planned, clock.GetUtcNow(), cancellationToken);
}
