using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>
/// Starts the bus anew when the broker has been back for a while and the bus has not: an endpoint whose set-up was cut off by a dying
/// broker may wait for its answer for ever, and its queue would fill up unread. A queue that stays silent even then is made anew.
/// </summary>
internal sealed partial class BusWatchdog(IBusControl bus, BrokerConnection broker, EventTypes types, ILogger<BusWatchdog> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(3);

    /// <summary>How long the bus may take to come back by itself.</summary>
    internal TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var well = TimeProvider.System.GetTimestamp();
        var restarts = 0;
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (bus.CheckHealth().Status == BusHealthStatus.Healthy || !broker.IsOpen)
            {
                await broker.GetAsync(stoppingToken);
                well = TimeProvider.System.GetTimestamp();
                restarts = 0;
            }
            else if (TimeProvider.System.GetElapsedTime(well) > Patience)
            {
                await RestartAsync(restarts++ > 0, stoppingToken);
                well = TimeProvider.System.GetTimestamp();
            }
        }
    }

    private async Task RestartAsync(bool repeated, CancellationToken cancellationToken)
    {
        foreach (var endpoint in bus.CheckHealth().Endpoints.Values.Where(endpoint => endpoint.Status != BusHealthStatus.Healthy))
        {
            var queue = endpoint.InputAddress.Segments[^1];
            LogRestarting(queue, Patience);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(StopWithin);

            // What waits for ever does not stop either; the start is then tried all the same.
            await TryAsync(() => endpoint.ReceiveEndpoint.Stop(limit.Token).WaitAsync(limit.Token), cancellationToken);
            if (repeated)
            {
                await TryAsync(() => DeleteDeadAsync(queue, cancellationToken), cancellationToken);
            }

            await TryAsync(() => Task.FromResult(endpoint.ReceiveEndpoint.Start(cancellationToken)), cancellationToken);
        }
    }

    // Declared again at once: what is published meanwhile needs it.
    private async Task DeleteDeadAsync(string queue, CancellationToken cancellationToken)
    {
        var connection = await broker.GetAsync(cancellationToken);
        await TryAsync(() => BrokerTopology.DeleteDeadAsync(connection, queue, cancellationToken), cancellationToken);
        await BrokerTopology.DeclareAsync(connection, types, cancellationToken);
    }

    private async Task TryAsync(Func<Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step();
        }
#pragma warning disable CA1031 // whatever it is, the next round tries again
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotRestarted(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The broker is there and {Queue} has not come back for {Patience}: starting it anew")]
    private partial void LogRestarting(string queue, TimeSpan patience);

    [LoggerMessage(LogLevel.Error, "A queue could not be started anew")]
    private partial void LogNotRestarted(Exception exception);
}
