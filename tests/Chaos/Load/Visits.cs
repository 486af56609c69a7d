using PfP.Chaos.Processes;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Gateway;

namespace PfP.Chaos.Load;

/// <summary>
/// Reports page views as the gateway would. Every report is sent twice under one message id, as a broker or a dispatcher
/// may do after a failure, and counting it twice would show in the day's count of the entry.
/// </summary>
internal sealed class Visits(Broker broker)
{
    private const int ViewsInReport = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private readonly DateOnly day = DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>Views in the reports that the broker has confirmed.</summary>
    public int Confirmed { get; private set; }

    /// <summary>Ends after the report it was at when it is cancelled, so that none is left half sent.</summary>
    public async Task RunAsync(string slug, CancellationToken cancellationToken)
    {
        await using var sender = new EventSender(broker);
        while (!cancellationToken.IsCancellationRequested)
        {
            var report = new EntriesViewed(day, [new EntryViews(EntryKinds.Practice, slug, ViewsInReport, 0)]);
            var id = Guid.CreateVersion7();
            await sender.SendAsync(report, id);
            await sender.SendAsync(report, id);
            Confirmed += ViewsInReport;
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
