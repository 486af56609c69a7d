using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using PfP.ServiceDefaults.Time;

namespace PfP.ServiceDefaults.Mail;

/// <summary>Wakes the sender when any process plans a mail (NOTIFY deliveries).</summary>
internal sealed partial class DeliverySignal(NpgsqlDataSource database, DatabaseState state, ILogger<DeliverySignal> logger) : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private readonly WakeUp sender = new();

    /// <summary>Returns at a notification, or when the time is over.</summary>
    public Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) => sender.WaitAsync(timeout, cancellationToken);

    public override void Dispose()
    {
        sender.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WaitAsync(stoppingToken);
        while (true)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (NpgsqlException exception)
            {
                LogDeaf(exception.Message);
                await Task.Delay(RetryAfter, TimeProvider.System, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, _) => sender.Wake();
        await using (var listen = new NpgsqlCommand("listen deliveries", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        // What was committed while nobody listened.
        sender.Wake();
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "No notifications from the database, mails that are due are polled: {Reason}")]
    private partial void LogDeaf(string reason);
}
