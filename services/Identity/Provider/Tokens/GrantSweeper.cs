using Npgsql;
using PfP.ServiceDefaults;

namespace PfP.Identity.Provider.Tokens;

/// <summary>Deletes grants that were over a day ago, and with them their codes and refresh tokens.</summary>
internal sealed partial class GrantSweeper(NpgsqlDataSource database, DatabaseState state, TimeProvider clock, ILogger<GrantSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var command = database.CreateCommand("delete from provider.grants where expires_at < $1");
                command.Parameters.AddWithValue(clock.GetUtcNow() - Kept);
                await command.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (NpgsqlException exception)
            {
                LogNotSwept(exception.Message);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old grants are deleted later: {Reason}")]
    private partial void LogNotSwept(string reason);
}
