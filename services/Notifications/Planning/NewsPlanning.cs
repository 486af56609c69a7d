using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Calls;
using PfP.Notifications.Calls;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.Notifications.Matching;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

internal static class NewsPlanning
{
    /// <summary>Plans the mails of all that is to be told of the call by now. Under its lock.</summary>
    public static async Task TellNewsAsync(this NotificationsDbContext db, KnownCall call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await db.News.Where(news => news.CallId == call.Id && !news.Told).OrderBy(news => news.At).ToListAsync(cancellationToken);
        foreach (var news in waiting.Where(news => news.CanBeToldOf(call)))
        {
            news.Told = true;
            var owners = call.Owner is { } owner && news.Change is CallChanges.Published or CallNews.Closed or CallNews.OutcomeDue ? await db.ThoseWhoAnswerForAsync(owner, now, cancellationToken) : [];
            foreach (var member in owners)
            {
                await db.PlanForOwnerAsync(news, call, member, cancellationToken);
            }

            // Who begins to follow afterwards has seen it.
            var followers = await db.Follows.Where(follow => follow.CallId == call.Id && follow.FollowedAt <= news.At).Select(follow => follow.MemberId).ToListAsync(cancellationToken);
            foreach (var member in followers.Except(owners))
            {
                await db.PlanForFollowerAsync(news, member, cancellationToken);
            }

            if (news.Change == CallNews.Opened)
            {
                await db.PlanMatchesAsync(call, now, cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static Task PlanForOwnerAsync(this NotificationsDbContext db, CallNews news, KnownCall call, Guid member, CancellationToken cancellationToken) => news.Change switch
    {
        CallNews.Closed => db.PlanMailAsync<OwnCallClosed>(member, news.Id, cancellationToken: cancellationToken),
        CallNews.OutcomeDue when news.At < call.ClosesAt?.AddDays(OutcomeDue.Days) => db.PlanMailAsync<OwnOutcomeDue>(member, news.Id, cancellationToken: cancellationToken),
        CallNews.OutcomeDue => db.PlanMailAsync<OwnOutcomeOverdue>(member, news.Id, cancellationToken: cancellationToken),
        _ => db.PlanMailAsync<OwnCallPublished>(member, news.Id, cancellationToken: cancellationToken),
    };

    private static Task PlanForFollowerAsync(this NotificationsDbContext db, CallNews news, Guid member, CancellationToken cancellationToken) => news.Change switch
    {
        CallNews.Opened => db.PlanMailAsync<FollowedCallOpened>(member, news.Id, cancellationToken: cancellationToken),
        CallNews.Closed => db.PlanMailAsync<FollowedCallClosed>(member, news.Id, cancellationToken: cancellationToken),
        CallChanges.Extended => db.PlanMailAsync<FollowedCallExtended>(member, news.Id, cancellationToken: cancellationToken),
        CallChanges.Cancelled => db.PlanMailAsync<FollowedCallCancelled>(member, news.Id, cancellationToken: cancellationToken),
        CallChanges.Reopened => db.PlanMailAsync<FollowedCallReopened>(member, news.Id, cancellationToken: cancellationToken),
        CallChanges.Completed => db.PlanMailAsync<FollowedCallCompleted>(member, news.Id, cancellationToken: cancellationToken),
        _ => Task.CompletedTask,
    };
}
