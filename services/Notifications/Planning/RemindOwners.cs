using PfP.Contracts.Catalogue;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

internal sealed class RemindOwners(NotificationsDbContext db, TimeProvider clock) : IEventHandler<ReviewDue>
{
    public async Task HandleAsync(ReviewDue message, EventContext context, CancellationToken cancellationToken)
    {
        var subject = SubjectIds.Of(message.EntryId, message.DueOn.DayNumber);
        await db.KeepReviewAsync(new DueReview(subject, message.Slug, message.Title, message.Owner, message.DueOn), cancellationToken);
        foreach (var member in await db.ThoseWhoAnswerForAsync(message.Owner, clock.GetUtcNow(), cancellationToken))
        {
            await db.PlanMailAsync<PracticeReviewDue>(member, subject, cancellationToken: cancellationToken);
        }
    }
}
