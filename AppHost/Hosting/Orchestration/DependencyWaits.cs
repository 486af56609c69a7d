using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Holds a resource back until what it waits for is there.</summary>
/// <param name="patience">For how long, from now, a resource lets others start first. What is started later has its turn at once.</param>
internal sealed class DependencyWaits(ResourceRegistry registry, TimeSpan patience)
{
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();

    public async Task WaitAsync(ResourceInstance instance, CancellationToken cancellationToken)
    {
        await LetOthersFirstAsync(instance, cancellationToken);
        foreach (var wait in instance.Resource.Annotations.OfType<WaitAnnotation>().Where(wait => !IsMet(wait)))
        {
            Hold(instance, $"Waiting for {wait.Resource.Name} {Describe(wait)}.");
            await registry.WaitUntilAsync(() => IsMet(wait) || IsHopeless(wait), cancellationToken);
            if (!IsMet(wait))
            {
                throw new DistributedApplicationException($"{wait.Resource.Name}, which it waits for, ended otherwise than {Describe(wait)}.");
            }
        }
    }

    /// <summary>Ends in any case.</summary>
    private async Task LetOthersFirstAsync(ResourceInstance instance, CancellationToken cancellationToken)
    {
        var left = patience - _sinceStart.Elapsed;
        var others = instance.Resource.Annotations.OfType<LetFirstAnnotation>().Select(first => first.Resource).Where(other => !IsHealthy(other)).ToList();
        if (others.Count == 0 || left <= TimeSpan.Zero)
        {
            return;
        }

        Hold(instance, $"Lets {string.Join(" and ", others.Select(other => other.Name))} start first.");
        try
        {
            await registry.WaitUntilAsync(() => others.All(IsHealthy), cancellationToken).WaitAsync(left, cancellationToken);
        }
        catch (TimeoutException)
        {
            instance.Log.Note("Waits no longer.");
        }
    }

    private void Hold(ResourceInstance instance, string reason)
    {
        registry.Update(instance, snapshot => snapshot with { State = KnownResourceStates.Waiting });
        instance.Log.Note(reason);
    }

    /// <summary>One healthy replica is enough to serve; a task is complete when all of its replicas are.</summary>
    private bool IsMet(WaitAnnotation wait) => wait.WaitType switch
    {
        WaitType.WaitUntilHealthy => IsHealthy(wait.Resource),
        WaitType.WaitUntilStarted => registry.Of(wait.Resource).Any(dependency => dependency.Snapshot.IsRunning),
        _ => registry.Of(wait.Resource).All(dependency => dependency.Snapshot.IsOver && dependency.Snapshot.ExitCode == wait.ExitCode),
    };

    private bool IsHealthy(IResource resource) => registry.Of(resource).Any(dependency => dependency.IsHealthy);

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
