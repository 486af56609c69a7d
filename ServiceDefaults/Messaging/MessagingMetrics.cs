using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>The spans and numbers of outbox, consumers and replay.</summary>
internal static class MessagingMetrics
{
    public const string Name = "PfP.Messaging";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Activities { get; } = new(Name);

    public static Counter<long> Published { get; } = Meter.CreateCounter<long>("pfp.outbox.published", "{message}", "Outbox rows that the broker confirmed.");

    public static Counter<long> PublishFailures { get; } = Meter.CreateCounter<long>("pfp.outbox.failures", "{attempt}", "Attempts that the broker did not confirm.");

    public static Counter<long> Duplicates { get; } = Meter.CreateCounter<long>("pfp.inbox.duplicates", "{message}", "Deliveries that had been handled before.");

    public static Counter<long> DeadLetters { get; } = Meter.CreateCounter<long>("pfp.dead_letters", "{message}", "Messages that kept failing.");

    /// <summary>Reports what <see cref="OutboxMonitor"/> last saw.</summary>
    public static void Observe(Func<OutboxBacklog> backlog)
    {
        Meter.CreateObservableGauge("pfp.outbox.backlog", () => backlog().Rows, "{message}", "Outbox rows not yet confirmed.");
        Meter.CreateObservableGauge("pfp.outbox.age", () => backlog().Age.TotalSeconds, "s", "Age of the oldest row not yet confirmed.");
        Meter.CreateObservableGauge("pfp.outbox.failing", () => backlog().Failing, "{message}", "Rows whose last attempt failed.");
    }
}
