using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

/// <summary>
/// Those who answer for an entry hear once of each thread about it; whoever opened it hears of the first answer and of what came of it. What
/// waits for the secretariat stands on its desk.
/// </summary>
internal sealed class TellOfEngagements(NotificationsDbContext db, TimeProvider clock) : IEventHandler<EngagementOpened>, IEventHandler<EngagementAnswered>
{
    public async Task HandleAsync(EngagementOpened message, EventContext context, CancellationToken cancellationToken)
    {
        if (message.Owner is { } owner)
        {
            var notice = new OwnerNotice(message.ThreadId, owner, message.Title, $"/members/threads/{message.ThreadId}");
            await (message.Kind switch
            {
                EngagementKinds.Offer => db.TellOwnerAsync<EntryJoinOffered>(notice, clock.GetUtcNow(), cancellationToken),
                EngagementKinds.Adapt => db.TellOwnerAsync<EntryToAdapt>(notice, clock.GetUtcNow(), cancellationToken),
                _ => db.TellOwnerAsync<EntryAsked>(notice, clock.GetUtcNow(), cancellationToken),
            });
        }
    }

    public async Task HandleAsync(EngagementAnswered message, EventContext context, CancellationToken cancellationToken)
    {
        if (await db.HoldMemberAsync(message.MemberId, cancellationToken))
        {
            var id = SubjectIds.Of(message.ThreadId, message.Version);
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into engagement_answers (id, thread_id, title, outcome) values ({id}, {message.ThreadId}, {message.Title}, {message.Outcome})
                on conflict (id) do nothing
                """,
                cancellationToken);
            await db.PlanMailAsync<EntryAnswered>(message.MemberId, id, cancellationToken: cancellationToken);
        }
    }
}
