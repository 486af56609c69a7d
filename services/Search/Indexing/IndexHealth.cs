using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PfP.Search.Indexing;

/// <summary>Ready once there is an index to answer from.</summary>
internal sealed class IndexHealth(IndexHost host) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        host.Serving is null ? HealthCheckResult.Unhealthy("The index is being built.")
        : host.IsSound ? HealthCheckResult.Healthy()
        : HealthCheckResult.Degraded("The index's file is gone; it is being built anew."));
}
