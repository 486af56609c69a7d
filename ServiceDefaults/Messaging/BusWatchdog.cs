using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>
/// Starts the bus anew when the broker has been back for a while and the bus has not: an endpoint whose set-up was cut off by a dying
/// broker may wait for its answer for ever, and its queue would fill up unread.
/// </summary>
internal sealed partial class BusWatchdog(IBusControl bus, BrokerConnection broker, ILogger<BusWatchdog> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(10);

    /// <summary>How long the bus may take to come back by itself.</summary>
    internal TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var well = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (bus.CheckHealth().Status == BusHealthStatus.Healthy || !broker.IsOpen)
            {
                await broker.GetAsync(stoppingToken);
                well = TimeProvider.System.GetTimestamp();
            }
            else if (TimeProvider.System.GetElapsedTime(well) > Patience)
            {
                await RestartAsync(stoppingToken);
                well = TimeProvider.System.GetTimestamp();
            }
        }
    }

    private async Task RestartAsync(CancellationToken cancellationToken)
    {
        LogRestarting(Patience);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StopWithin);

        // What waits for ever does not stop either; the start is then tried all the same.
        await TryAsync(bus.StopAsync(limit.Token), cancellationToken);
        await TryAsync(bus.StartAsync(cancellationToken), cancellationToken);
    }

    private async Task TryAsync(Task step, CancellationToken cancellationToken)
    {
        try
        {
            await step;
        }
#pragma warning disable CA1031 // whatever it is, the next round tries again
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotRestarted(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The broker is there and the bus has not come back for {Patience}: starting it anew")]
    private partial void LogRestarting(TimeSpan patience);

    [LoggerMessage(LogLevel.Error, "The bus could not be started anew")]
    private partial void LogNotRestarted(Exception exception);
}
