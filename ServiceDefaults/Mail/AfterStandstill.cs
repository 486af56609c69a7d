using PfP.ServiceDefaults.Messaging;

namespace PfP.ServiceDefaults.Mail;

/// <summary>
/// What is overdue when the service starts was planned before something that it has not heard of yet: a call may have been cancelled, a member
/// erased. So the events that wait come first, and the mails after them.
/// </summary>
/// <param name="events">None in a service that hears of nothing.</param>
internal sealed class AfterStandstill(DeliveryStore store, EventBacklog? events = null)
{
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(2);

    private bool isOver;

    public async Task EventsAreHandledAsync(CancellationToken cancellationToken)
    {
        if (!isOver && events is not null && (await store.BacklogAsync(cancellationToken)).Age > Overdue)
        {
            await events.HandledAsync(AtMost, cancellationToken);
        }

        isOver = true;
    }
}
