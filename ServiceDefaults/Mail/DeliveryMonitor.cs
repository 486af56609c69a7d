using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PfP.ServiceDefaults.Mail;

/// <summary>Watches the deliveries for health and metrics, and sweeps those that nothing can ask for again.</summary>
internal sealed partial class DeliveryMonitor(DeliveryStore store, DatabaseState state, ILogger<DeliveryMonitor> logger) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan Keep = TimeSpan.FromDays(400);
    private static readonly TimeSpan KeepAddress = TimeSpan.FromDays(30);
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    private DeliveryBacklog last = new(0, TimeSpan.Zero, 0);

    /// <summary>Degraded and never unhealthy: the service still answers while its mails wait.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var said = $"{last.Due} mails wait, the oldest for {last.Age:d\\.hh\\:mm\\:ss}; {last.Failed} were given up in the last day.";
        return Task.FromResult(last.Age > Late || last.Failed > 0 ? HealthCheckResult.Degraded(said) : HealthCheckResult.Healthy());
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WaitAsync(stoppingToken);
        MailMetrics.Observe(() => last);
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        var swept = DateTimeOffset.MinValue;
        do
        {
            try
            {
                last = await store.BacklogAsync(stoppingToken);
                if (TimeProvider.System.GetUtcNow() - swept > SweepEvery)
                {
                    await store.SweepAsync(Keep, KeepAddress, stoppingToken);
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

    [LoggerMessage(LogLevel.Warning, "The deliveries cannot be looked at: {Reason}")]
    private partial void LogBlind(string reason);
}
