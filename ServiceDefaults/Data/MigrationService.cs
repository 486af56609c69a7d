using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PfP.ServiceDefaults.Data;

/// <summary>Applies migrations at start, and waits for the database as long as it takes: the service is up meanwhile, but not ready.</summary>
internal sealed partial class MigrationService(Migrations migrations, DatabaseState state, ILogger<MigrationService> logger) : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await migrations.ApplyAsync(stoppingToken);
                state.Migrated();
                return;
            }
            catch (NpgsqlException exception) when (exception is not PostgresException || Errors.Transient.IsTransient(exception) || IsNotSetUp(exception))
            {
                LogWaiting(exception.Message);
                await Task.Delay(RetryAfter, TimeProvider.System, stoppingToken);
            }
        }
    }

    // Class 28: role or password are not there yet; whoever starts the server creates them a moment later.
    private static bool IsNotSetUp(NpgsqlException exception) => exception.SqlState?.StartsWith("28", StringComparison.Ordinal) == true;

    [LoggerMessage(LogLevel.Warning, "Waiting for the database: {Reason}")]
    private partial void LogWaiting(string reason);
}
