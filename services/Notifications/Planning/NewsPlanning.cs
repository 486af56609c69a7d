using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Calls;
using PfP.Notifications.Calls;
using PfP.Notifications.Choices;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.Notifications.Matching;
using PfP.Notifications.Members;

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
                await db.PlanForOwnerAsync(news, call, member, now, cancellationToken);
            }

            // Who begins to follow afterwards has seen it.
            var followers = await db.Follows.Where(follow => follow.CallId == call.Id && follow.FollowedAt <= news.At).Select(follow => follow.MemberId).ToListAsync(cancellationToken);
            foreach (var member in followers.Except(owners))
            {
                await db.PlanForFollowerAsync(news, member, now, cancellationToken);
            }

            if (news.Change == CallNews.Opened)
            {
                await db.PlanMatchesAsync(call, now, cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static Task PlanForOwnerAsync(this NotificationsDbContext db, CallNews news, KnownCall call, Guid member, DateTimeOffset now, CancellationToken cancellationToken) => news.Change switch
    {
        CallNews.Closed => db.PlanQuietlyAsync<OwnCallClosed>(member, news.Id, now, cancellationToken),
        CallNews.OutcomeDue when news.At < call.ClosesAt?.AddDays(OutcomeDue.Days) => db.PlanQuietlyAsync<OwnOutcomeDue>(member, news.Id, now, cancellationToken),
        CallNews.OutcomeDue => db.PlanQuietlyAsync<OwnOutcomeOverdue>(member, news.Id, now, cancellationToken),
        _ => db.PlanQuietlyAsync<OwnCallPublished>(member, news.Id, now, cancellationToken),
    };

    private static Task PlanForFollowerAsync(this NotificationsDbContext db, CallNews news, Guid member, DateTimeOffset now, CancellationToken cancellationToken) => news.Change switch
    {
        CallNews.Opened => db.PlanQuietlyAsync<FollowedCallOpened>(member, news.Id, now, cancellationToken),
        CallNews.Closed => db.PlanQuietlyAsync<FollowedCallClosed>(member, news.Id, now, cancellationToken),
        CallChanges.Extended => db.PlanQuietlyAsync<FollowedCallExtended>(member, news.Id, now, cancellationToken),
        CallChanges.Cancelled => db.PlanQuietlyAsync<FollowedCallCancelled>(member, news.Id, now, cancellationToken),
        CallChanges.Reopened => db.PlanQuietlyAsync<FollowedCallReopened>(member, news.Id, now, cancellationToken),
        CallChanges.Completed => db.PlanQuietlyAsync<FollowedCallCompleted>(member, news.Id, now, cancellationToken),
        _ => Task.CompletedTask,
    };
}
