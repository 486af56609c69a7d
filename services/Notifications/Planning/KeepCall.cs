using PfP.Contracts.Calls;
using PfP.Notifications.Calls;
using PfP.Notifications.Data;
using PfP.Notifications.Reminders;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Planning;

/// <summary>A replayed event of a call that is known plans what is missing, and that is nothing as a rule.</summary>
internal sealed class KeepCall(NotificationsDbContext db, TimeProvider clock) : IEventHandler<CallPublished>
{
    public async Task HandleAsync(CallPublished message, EventContext context, CancellationToken cancellationToken)
    {
        await db.LockCallAsync(message.CallId, cancellationToken);
        if (await db.KeepCallAsync(message, cancellationToken) is { } call)
        {
            await db.PlanRemindersAsync(call, cancellationToken);
            await db.TellNewsAsync(call, clock.GetUtcNow(), cancellationToken);
        }
    }
}
