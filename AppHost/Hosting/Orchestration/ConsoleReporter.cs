using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Tells the person at the terminal what happens: who is up, who has crashed, where to look.</summary>
internal sealed class ConsoleReporter(TextWriter output, DateTimeOffset startedAt)
{
    private const int LastLines = 15;

    public void Tell(string message) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{(DateTimeOffset.UtcNow - startedAt).TotalSeconds,6:0.0} s] {message}"));

    public async Task RunAsync(ResourceRegistry registry, CancellationToken cancellationToken)
    {
        var told = new Dictionary<ResourceInstance, string>();
        await foreach (var instance in registry.WatchAsync(cancellationToken))
        {
            var now = Describe(instance);
            if (now is not null && told.GetValueOrDefault(instance) != now)
            {
                Tell(now);
                TellLastLines(instance);
            }

            if (now is not null || !instance.Snapshot.IsRunning)
            {
                told[instance] = now ?? "";
            }
        }
    }

    /// <summary>Where to look, once there is something to see, and then what the resources have to say about it.</summary>
    public async Task TellWhenReadyAsync(ResourceRegistry registry, CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            from resource in registry.Instances.Select(instance => instance.Resource).Distinct()
            from endpoint in resource.GetEndpoints()
            where endpoint.IsExternal
            select TellWhenReadyAsync(registry, resource, endpoint, cancellationToken));
        await Task.WhenAll(
            from instance in registry.Instances
            from announcement in instance.Resource.Annotations.OfType<AnnouncementAnnotation>()
            select TellAnnouncementsAsync(instance, announcement.Mark, cancellationToken));
    }

    private async Task TellAnnouncementsAsync(ResourceInstance instance, string mark, CancellationToken cancellationToken)
    {
        await foreach (var line in instance.Log.ReadAsync(follow: true, cancellationToken).SelectMany(lines => lines))
        {
            if (line.Text.IndexOf(mark, StringComparison.Ordinal) is var at and >= 0)
            {
                Tell(line.Text[(at + mark.Length)..]);
            }
        }
    }

    // The resource is well, and so is what it sends requests to.
    private async Task TellWhenReadyAsync(ResourceRegistry registry, IResource resource, EndpointAnnotation endpoint, CancellationToken cancellationToken)
    {
        var needed = resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(relationship => relationship.Resource).Where(other => other is IResourceWithServiceDiscovery)
            .Append(resource).Distinct().ToList();
        await registry.WaitUntilAsync(() => needed.All(one => registry.Of(one).Any(instance => instance.IsHealthy)), cancellationToken);
        Tell(endpoint.Title is { } title ? $"{title}: {endpoint.Url}" : $"Ready: {endpoint.Url}   Ctrl+C stops everything.");
    }

    private static string? Describe(ResourceInstance instance)
    {
        var (resource, snapshot) = (instance.Resource, instance.Snapshot);
        var name = resource.GetReplicaCount() > 1 ? instance.Id : resource.Name;
        return snapshot.State switch
        {
            _ when !resource.IsProcess() => null,
            KnownResourceStates.Running when instance.IsHealthy => $"{name} is up",
            KnownResourceStates.FailedToStart => $"{name} failed to start",
            KnownResourceStates.Exited when snapshot.IsFailure => $"{name} ended with exit code {snapshot.ExitCode?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}; it can be started again in the dashboard",
            KnownResourceStates.Exited or KnownResourceStates.Finished => $"{name} has ended",
            _ => null,
        };
    }

    private void TellLastLines(ResourceInstance instance)
    {
        if (instance.Snapshot.IsFailure)
        {
            foreach (var line in instance.Log.ReadAfter(0).TakeLast(LastLines))
            {
                output.WriteLine($"           {instance.Resource.Name} | {line.Text}");
            }
        }
    }
}
