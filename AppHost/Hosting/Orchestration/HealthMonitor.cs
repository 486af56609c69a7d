using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Runs health checks: often until a resource is well, now and then afterwards.</summary>
internal sealed class HealthMonitor(ResourceRegistry registry)
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_whenHealthy = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);

    public Task RunAsync(CancellationToken cancellationToken)
    {
        var checks = registry.Instances.Select(instance => instance.Resource).Distinct()
            .SelectMany(resource => resource.Annotations.OfType<HealthCheckAnnotation>().Select(check => RunAsync(resource, check, cancellationToken)));
        return Task.WhenAll(checks);
    }

    private async Task RunAsync(IResource resource, HealthCheckAnnotation check, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_tick);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var running = registry.Of(resource).Where(instance => instance.Snapshot.IsRunning).ToList();
            if (running.Any(instance => IsDue(instance.Snapshot.Health.GetValueOrDefault(check.Key))))
            {
                // The replicas share their endpoint, so one answer counts for all.
                var result = new HealthResult(await ProbeAsync(check.Probe, cancellationToken), DateTime.UtcNow);
                foreach (var instance in running)
                {
                    registry.Update(instance, snapshot => snapshot.IsRunning ? snapshot with { Health = snapshot.Health.SetItem(check.Key, result) } : snapshot);
                }
            }
        }
    }

    private static bool IsDue(HealthResult? last) => last is not { Problem: null } || DateTime.UtcNow - last.At >= s_whenHealthy;

    private static async Task<string?> ProbeAsync(HealthProbe probe, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_limit);
        try
        {
            return await probe(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"No answer within {s_limit.TotalSeconds:0} seconds.";
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return exception.Message; // whatever a probe throws says that the resource is not well
        }
    }
}
