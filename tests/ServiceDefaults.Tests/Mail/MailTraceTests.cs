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
        using var spans = new Spans();
        await using var service = await MailService.StartAsync();

        using var planning = Tests.StartActivity("POST /notes")!;
        await service.PlanAsync(Guid.NewGuid());
        planning.Stop();

        IEnumerable<Activity> Below() => spans.Of(planning.TraceId).Where(activity => activity.ParentSpanId == planning.SpanId);
        await Eventually.TrueAsync(() => Below().Any(), "the span of sending");
        var sending = Below().Single();
        Assert.Equal((planning.TraceId, "Send note-added", "Sent"), (sending.TraceId, sending.DisplayName, sending.GetTagItem("pfp.mail.outcome")));
    }
}
