using Npgsql;
using PfP.Identity.Provider.Clients;
using PfP.ServiceDefaults;

namespace PfP.Identity.Provider.Logout;

/// <summary>Tells clients that sessions ended, until they have heard it or nothing of the session could be left.</summary>
internal sealed partial class LogoutSender(
    LogoutNotices notices, LogoutSignal signal, BackChannel channel, ClientRegistry clients, DatabaseState state, ILogger<LogoutSender> logger) : BackgroundService
{
    private const int BatchSize = 16;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var claimed = await notices.ClaimAsync(BatchSize, stoppingToken);
                await Task.WhenAll(claimed.Select(notice => SendAsync(notice, stoppingToken)));
                if (claimed.Count == 0)
                {
                    await signal.WaitAsync(Poll, stoppingToken);
                }
            }
            catch (NpgsqlException exception)
            {
                LogDatabaseAway(exception.Message);
                await Task.Delay(Poll, TimeProvider.System, stoppingToken);
            }
        }
    }

    private async Task SendAsync(LogoutNotice notice, CancellationToken cancellationToken)
    {
        // A client that left the configuration, or never wanted to know.
        var problem = clients.Find(notice.ClientId) is { Settings.BackChannelLogoutUri: not null } client
            ? await channel.TellAsync(notice, client, cancellationToken)
            : null;
        if (problem is null)
        {
            await notices.DoneAsync(notice, cancellationToken);
            return;
        }

        var isOver = TimeProvider.System.GetUtcNow() - notice.CreatedAt > Patience;
        LogNotHeard(notice.ClientId, notice.SessionId, notice.Attempts, problem, isOver);
        await (isOver ? notices.DoneAsync(notice, cancellationToken) : notices.PostponeAsync(notice, Backoff.After(notice.Attempts, FirstDelay, LongestDelay), cancellationToken));
    }

    [LoggerMessage(LogLevel.Warning, "Notices of ended sessions wait for the database: {Reason}")]
    private partial void LogDatabaseAway(string reason);

    [LoggerMessage(LogLevel.Warning, "{Client} has not heard of the end of session {Session} (attempt {Attempt}, given up: {GivenUp}): {Reason}")]
    private partial void LogNotHeard(string client, Guid session, int attempt, string reason, bool givenUp);
}
