using System.Collections.Concurrent;
using System.Diagnostics;
using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing;

namespace PfP.ServiceDefaults.Tests.Mail;

public sealed class MailTraceTests
{
    private static readonly ActivitySource Tests = new("PfP.Tests.MailTraces");

    [Fact]
    public async Task Mail_IsSentInTheTraceInWhichItWasPlanned()
    {
        var ended = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("PfP.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await using var service = await MailService.StartAsync();

        using var planning = Tests.StartActivity("POST /notes")!;
        await service.PlanAsync(Guid.NewGuid());
        planning.Stop();

        await Eventually.TrueAsync(() => ended.Any(activity => activity.ParentSpanId == planning.SpanId), "the span of sending");
        var sending = ended.Single(activity => activity.ParentSpanId == planning.SpanId);
        Assert.Equal((planning.TraceId, "Send note-added", "Sent"), (sending.TraceId, sending.DisplayName, sending.GetTagItem("pfp.mail.outcome")));
    }
}
