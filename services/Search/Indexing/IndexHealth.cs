using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PfP.Search.Indexing;

/// <summary>Ready once there is an index to answer from.</summary>
internal sealed class IndexHealth(IndexHost host) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        host.Serving is null ? HealthCheckResult.Unhealthy(host.Trouble ?? "The index is being built.")
        : !host.IsSound ? HealthCheckResult.Degraded("The index is gone; it is being built anew.")
        // Readers are told so themselves, and everything else of the service works on.
        : host.Trouble is { } trouble ? HealthCheckResult.Degraded(trouble)
        : HealthCheckResult.Healthy());
}
