using PfP.Contracts.Catalogue;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

internal sealed class TellMerge(NotificationsDbContext db, TimeProvider clock) : IEventHandler<EntryMerged>
{
    public Task HandleAsync(EntryMerged message, EventContext context, CancellationToken cancellationToken) => db.TellOwnerAsync<MergedAway>(
        new(SubjectIds.Of(message.EntryId, message.Version), message.Owner, message.Title, message.IntoUrl), clock.GetUtcNow(), cancellationToken);
}
