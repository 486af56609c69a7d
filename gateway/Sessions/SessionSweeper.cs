using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PfP.Gateway.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Errors;

namespace PfP.Gateway.Sessions;

/// <summary>Deletes what is over. Nothing depends on when: a session that is over counts as gone already.</summary>
internal sealed partial class SessionSweeper(
    IServiceScopeFactory scopes, DatabaseState state, IOptions<SessionRules> options, TimeProvider time, ILogger<SessionSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    // Logout tokens are valid for a moment longer than they say, as clocks differ.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            await SweepAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<WebDbContext>();
        var now = time.GetUtcNow();
        var (oldest, idlest) = (now - options.Value.AbsoluteLifetime, now - options.Value.IdleLifetime);
        try
        {
            await database.Sessions.Where(session => session.CreatedAt <= oldest || session.LastSeenAt <= idlest).ExecuteDeleteAsync(cancellationToken);
            await database.Database.ExecuteSqlAsync($"delete from logout_tokens where expires_at < {now - Skew}", cancellationToken);
        }
        catch (Exception exception) when (Transient.IsTransient(exception))
        {
            LogPutOff(exception.GetBaseException().Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Sessions that are over are deleted later: {Reason}")]
    private partial void LogPutOff(string reason);
}
