using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>Ready means connected, with every endpoint consuming; MassTransit calls what is away only degraded for a while.</summary>
internal sealed class MessagingHealth(IBusControl bus) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        bus.CheckHealth().Status == BusHealthStatus.Healthy
            ? HealthCheckResult.Healthy()
            : new(context.Registration.FailureStatus, "The broker is not connected, or not all of its queues are."));
}
