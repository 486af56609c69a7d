using PfP.Contracts.Catalogue;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

internal sealed class RemindOwners(NotificationsDbContext db, TimeProvider clock) : IEventHandler<ReviewDue>
{
    public Task HandleAsync(ReviewDue message, EventContext context, CancellationToken cancellationToken) => db.TellOwnerAsync<PracticeReviewDue>(
        new(SubjectIds.Of(message.EntryId, message.DueOn.DayNumber), message.Owner, message.Title, $"/contribute/{message.Kind switch { EntryKinds.Tool => "tools", _ => "practices" }}/{message.Slug}"), clock.GetUtcNow(), cancellationToken);
}
