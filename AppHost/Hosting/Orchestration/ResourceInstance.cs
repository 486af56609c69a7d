using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>One row of the dashboard: a resource, or one of its replicas.</summary>
internal sealed class ResourceInstance(IResource resource, string id)
{
    public IResource Resource => resource;

    /// <summary>Unique in this run, and the name of the process in DCP: name-suffix.</summary>
    public string Id => id;

    /// <summary>Distinguishes replicas in telemetry too.</summary>
    public string Suffix => id[(resource.Name.Length + 1)..];

    public ResourceSnapshot Snapshot { get; set; } = new();

    public ResourceLog Log { get; } = new();

    public bool IsHealthy => Snapshot.IsRunning
        && resource.Annotations.OfType<HealthCheckAnnotation>().All(check => Snapshot.Health.GetValueOrDefault(check.Key) is { Problem: null });
}
