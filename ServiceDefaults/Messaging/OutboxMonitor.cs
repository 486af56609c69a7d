using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>Watches the outbox for health and metrics, and sweeps what is older than the window of repetition.</summary>
internal sealed partial class OutboxMonitor(OutboxStore store, DatabaseState state, ILogger<OutboxMonitor> logger) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    private OutboxBacklog last = new(0, TimeSpan.Zero, 0);

    /// <summary>Degraded and never unhealthy: the service still answers while its events wait.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        last.Age < Late
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{last.Rows} events wait, the oldest for {last.Age:d\\.hh\\:mm\\:ss}; {last.Failing} were refused."));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WaitAsync(stoppingToken);
        MessagingMetrics.Observe(() => last);
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        var swept = DateTimeOffset.MinValue;
        do
        {
            try
            {
                last = await store.BacklogAsync(stoppingToken);
                if (TimeProvider.System.GetUtcNow() - swept > SweepEvery)
                {
                    await store.SweepAsync(Keep, stoppingToken);
                    swept = TimeProvider.System.GetUtcNow();
                }
            }
            catch (NpgsqlException exception)
            {
                LogBlind(exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The outbox cannot be looked at: {Reason}")]
    private partial void LogBlind(string reason);
}
