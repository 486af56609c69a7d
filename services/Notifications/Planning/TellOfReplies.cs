using PfP.Contracts.Calls;
using PfP.Notifications.Calls;
using PfP.Notifications.Choices;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

/// <summary>Those who answer for a call hear once of each reply, whatever becomes of it; the member who replied hears of each answer.</summary>
internal sealed class TellOfReplies(NotificationsDbContext db, TimeProvider clock) : IEventHandler<CallReplied>, IEventHandler<ReplyAnswered>
{
    public async Task HandleAsync(CallReplied message, EventContext context, CancellationToken cancellationToken)
    {
        var (news, now) = (CallNews.Reply(message), clock.GetUtcNow());
        await db.KeepToldAsync(news, cancellationToken);
        foreach (var member in await db.ThoseWhoAnswerForAsync(message.Owner, now, cancellationToken))
        {
            await db.PlanQuietlyAsync<OwnCallReplied>(member, news.Id, now, cancellationToken);
        }
    }

    public async Task HandleAsync(ReplyAnswered message, EventContext context, CancellationToken cancellationToken)
    {
        if (await db.HoldMemberAsync(message.MemberId, cancellationToken))
        {
            var news = CallNews.Answer(message);
            await db.KeepToldAsync(news, cancellationToken);
            await db.PlanQuietlyAsync<OwnReplyAnswered>(message.MemberId, news.Id, clock.GetUtcNow(), cancellationToken);
        }
    }
}
