using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Calls;
using PfP.Notifications.Calls;
using PfP.Notifications.Data;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

/// <summary>What happened to a call, told to those who follow it and those who answer for it.</summary>
internal sealed class TellOfCalls(NotificationsDbContext db, TimeProvider clock) : IEventHandler<CallChanged>, IEventHandler<CallOpened>, IEventHandler<CallClosed>, IEventHandler<OutcomeDue>
{
    public Task HandleAsync(CallChanged message, EventContext context, CancellationToken cancellationToken) => TellAsync(CallNews.Of(message), cancellationToken);

    public Task HandleAsync(CallOpened message, EventContext context, CancellationToken cancellationToken) =>
        TellAsync(CallNews.Of(message.CallId, CallNews.Opened, message.At), cancellationToken);

    public Task HandleAsync(CallClosed message, EventContext context, CancellationToken cancellationToken) =>
        TellAsync(CallNews.Of(message.CallId, CallNews.Closed, message.At), cancellationToken);

    public Task HandleAsync(OutcomeDue message, EventContext context, CancellationToken cancellationToken) =>
        TellAsync(CallNews.Of(message.CallId, CallNews.OutcomeDue, message.At), cancellationToken);

    private async Task TellAsync(CallNews news, CancellationToken cancellationToken)
    {
        await db.LockCallAsync(news.CallId, cancellationToken);
        if (await db.News.AnyAsync(known => known.Id == news.Id, cancellationToken))
        {
            return;
        }

        db.News.Add(news);
        await db.SaveChangesAsync(cancellationToken);
        // Where the call is not known as it was then, its own event tells this when it comes.
        if (await db.Calls.AsNoTracking().SingleOrDefaultAsync(row => row.Id == news.CallId, cancellationToken) is { } call)
        {
            await db.TellNewsAsync(call, clock.GetUtcNow(), cancellationToken);
        }
    }
}
