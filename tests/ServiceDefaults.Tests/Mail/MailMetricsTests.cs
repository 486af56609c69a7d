using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.ServiceDefaults.Tests.Mail;

public sealed class MailMetricsTests
{
    private static readonly ActivitySource Tests = new("PfP.Tests.MailMetrics");

    [Fact]
    public async Task Attempts_AreCountedByWhatBecameOfThem()
    {
        using var spans = new Spans();
        var counted = new ConcurrentQueue<(ActivityTraceId? Trace, object? Outcome)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "pfp.mail.attempts")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        // Other tests send at the same time: each attempt is counted within its own trace.
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Enqueue((Activity.Current?.TraceId, tags[0].Value)));
        listener.Start();
        await using var service = await MailService.StartAsync();
        service.Sink.Faults.Enqueue(SmtpFault.RefuseForNow);

        using var planning = Tests.StartActivity("POST /notes")!;
        await service.PlanAsync(Guid.NewGuid());
        planning.Stop();
        await Eventually.TrueAsync(async () => await service.ScalarAsync<string>("select last_error from deliveries") is not null, "the refusal");
        await service.HurryAsync();

        IEnumerable<object?> Own() => counted.Where(attempt => attempt.Trace == planning.TraceId).Select(attempt => attempt.Outcome);
        await Eventually.TrueAsync(() => Own().Count() == 2, "both attempts");
        Assert.Equal(["Postponed", "Sent"], Own());
    }
}
