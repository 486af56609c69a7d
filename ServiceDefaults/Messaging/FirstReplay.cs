using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PfP.ServiceDefaults;

/// <summary>
/// Asks once for what other services published before this one listened. Which have told is kept in the table <c>replays</c> (service, done_at) of the
/// service's own database. What an event changes is saved as its own transaction.
/// </summary>
/// <param name="producers">The services that are asked.</param>
public abstract partial class FirstReplay<TContext>(
    ReplayClient replay, IServiceScopeFactory scopes, DatabaseState database, TimeProvider clock, ILogger logger, params string[] producers) : BackgroundService
    where TContext : ServiceDbContext
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(10);

    /// <summary>What the handler of such an event does; for an event that is of no interest, nothing.</summary>
    protected abstract Task KeepAsync(IServiceProvider services, object message, EventContext context, CancellationToken cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitAsync(stoppingToken);
        await Task.WhenAll(producers.Select(producer => AskUntilAnsweredAsync(producer, stoppingToken)));
    }

    private async Task AskUntilAnsweredAsync(string producer, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await AskAsync(producer, stoppingToken);
                return;
            }
#pragma warning disable CA1031 // whatever stopped it, the only way to what is missing is to try again
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(producer, exception);
            }

            await Task.Delay(TryAgainAfter, TimeProvider.System, stoppingToken);
        }
    }

    private async Task AskAsync(string producer, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TContext>();
        if ((await db.Database.SqlQuery<string>($"select service as \"Value\" from replays where service = {producer}").ToListAsync(cancellationToken)).Count > 0)
        {
            return;
        }

        var count = await replay.RunAsync(producer, SaveAsync, cancellationToken);
        await db.Database.ExecuteSqlAsync($"insert into replays (service, done_at) values ({producer}, {clock.GetUtcNow()}) on conflict (service) do nothing", cancellationToken);
        LogDone(producer, count);
    }

    private async Task SaveAsync(object message, EventContext context, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await KeepAsync(scope.ServiceProvider, message, context, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "{Producer} has told what it published before, in {Count} events")]
    private partial void LogDone(string producer, int count);

    [LoggerMessage(LogLevel.Warning, "What {Producer} published before could not be asked for; trying again")]
    private partial void LogFailed(string producer, Exception exception);
}
