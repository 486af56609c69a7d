using System.Collections.Concurrent;
using System.Diagnostics;

namespace PfP.ServiceDefaults.Tests.Samples;

/// <summary>Keeps every span of ours, and of what sends our messages, that ends while it listens.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ConcurrentBag<Activity> ended = [];
    private readonly ActivityListener listener;

    public Spans()
    {
        listener = new()
        {
            ShouldListenTo = source => source.Name is "MassTransit" || source.Name.StartsWith("PfP.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public Activity[] Of(ActivityTraceId trace) => [.. ended.Where(activity => activity.TraceId == trace)];

    public void Dispose() => listener.Dispose();
}
