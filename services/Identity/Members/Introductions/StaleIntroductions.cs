using Microsoft.EntityFrameworkCore;
using Npgsql;
using PfP.Identity.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Errors;

namespace PfP.Identity.Members.Introductions;

/// <summary>A membership expires without anybody doing anything: what waits for an answer then is withdrawn within the hour.</summary>
internal sealed partial class StaleIntroductions(IServiceScopeFactory scopes, DatabaseState state, TimeProvider clock, ILogger<StaleIntroductions> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async Task WithdrawAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var now = clock.GetUtcNow();
        var current = db.Members.CurrentAt(now);
        var stale = await db.Introductions.Where(introduction => introduction.State == Introduction.Open
            && !(current.Any(member => member.Id == introduction.FromId) && current.Any(member => member.Id == introduction.ToId))).ToListAsync(cancellationToken);
        db.Withdraw(stale, now);
        await db.SaveChangesAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        do
        {
            try
            {
                await WithdrawAsync(stoppingToken);
            }
            catch (Exception exception) when (Transient.IsTransient(exception) || exception is NpgsqlException or DbUpdateException)
            {
                LogPostponed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Introductions of expired members are withdrawn an hour later: the database does not answer, or somebody was faster.")]
    private partial void LogPostponed(Exception exception);
}
