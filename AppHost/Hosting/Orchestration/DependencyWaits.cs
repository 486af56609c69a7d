using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Holds a resource back until what it waits for is there.</summary>
internal sealed class DependencyWaits(ResourceRegistry registry)
{
    public async Task WaitAsync(ResourceInstance instance, CancellationToken cancellationToken)
    {
        foreach (var wait in instance.Resource.Annotations.OfType<WaitAnnotation>().Where(wait => !IsMet(wait)))
        {
            registry.Update(instance, snapshot => snapshot with { State = KnownResourceStates.Waiting });
            instance.Log.Note($"Waiting for {wait.Resource.Name} {Describe(wait)}.");
            await registry.WaitUntilAsync(() => IsMet(wait) || IsHopeless(wait), cancellationToken);
            if (!IsMet(wait))
            {
                throw new DistributedApplicationException($"{wait.Resource.Name}, which it waits for, ended otherwise than {Describe(wait)}.");
            }
        }
    }

    /// <summary>One healthy replica is enough to serve; a task is complete when all of its replicas are.</summary>
    private bool IsMet(WaitAnnotation wait) => wait.WaitType switch
    {
        WaitType.WaitUntilHealthy => registry.Of(wait.Resource).Any(dependency => dependency.IsHealthy),
        WaitType.WaitUntilStarted => registry.Of(wait.Resource).Any(dependency => dependency.Snapshot.IsRunning),
        _ => registry.Of(wait.Resource).All(dependency => dependency.Snapshot.IsOver && dependency.Snapshot.ExitCode == wait.ExitCode),
    };

    /// <summary>A server that has ended can be started again from the dashboard; a task that failed has failed.</summary>
    private bool IsHopeless(WaitAnnotation wait) =>
        wait.WaitType == WaitType.WaitForCompletion && registry.Of(wait.Resource).Any(dependency => dependency.Snapshot.IsOver && dependency.Snapshot.ExitCode != wait.ExitCode);

    private static string Describe(WaitAnnotation wait) => wait.WaitType switch
    {
        WaitType.WaitUntilHealthy => "to be healthy",
        WaitType.WaitUntilStarted => "to start",
        _ => $"to end with exit code {wait.ExitCode}",
    };
}
