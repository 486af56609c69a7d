using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PfP.ServiceDefaults.Mail;

/// <summary>The spans and numbers of sending.</summary>
internal static class MailMetrics
{
    private const string Name = "PfP.Mail";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Activities { get; } = new(Name);

    public static Counter<long> Attempts { get; } = Meter.CreateCounter<long>("pfp.mail.attempts", "{mail}", "Attempts to send, by outcome.");

    /// <summary>Reports what <see cref="DeliveryMonitor"/> last saw.</summary>
    public static void Observe(Func<DeliveryBacklog> backlog)
    {
        Meter.CreateObservableGauge("pfp.mail.backlog", () => backlog().Due, "{mail}", "Mails that are due and not sent.");
        Meter.CreateObservableGauge("pfp.mail.age", () => backlog().Age.TotalSeconds, "s", "How long the oldest of them has been due.");
        Meter.CreateObservableGauge("pfp.mail.failed", () => backlog().Failed, "{mail}", "Mails given up in the last day.");
    }
}
