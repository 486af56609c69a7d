using System.Diagnostics;
using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing;

namespace PfP.ServiceDefaults.Tests.Messaging;

public sealed class TraceTests
{
    private static readonly ActivitySource Tests = new("PfP.Tests.Traces");

    [Fact]
    public async Task Publish_WhenWrittenInATrace_IsContinuedByDispatcherAndConsumer()
    {
        using var spans = new Spans();
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);
        await service.MigratedAsync();

        using var request = Tests.StartActivity("POST /notes")!;
        await service.WriteAsync();
        request.Stop();
        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length == 1, "an effect");

        Activity[] Trace() => spans.Of(request.TraceId);
        await Eventually.TrueAsync(() => Trace().Any(activity => IsBelow(activity, request, Trace()) && activity.Kind == ActivityKind.Consumer), "a consumer's span");
        var dispatch = Assert.Single(Trace(), activity => activity.DisplayName == "Dispatch NoteWritten");
        Assert.Equal(request.SpanId, dispatch.ParentSpanId);
        Assert.All(Trace().Where(activity => activity != request), activity => Assert.True(IsBelow(activity, request, Trace()), activity.DisplayName));
    }

    private static bool IsBelow(Activity activity, Activity root, Activity[] trace)
    {
        for (var current = activity; current is not null; current = trace.FirstOrDefault(other => other.SpanId == current.ParentSpanId))
        {
            if (current.SpanId == root.SpanId)
            {
                return true;
            }
        }

        return false;
    }
}
