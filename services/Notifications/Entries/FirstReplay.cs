using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Notifications.Data;
using PfP.Notifications.Planning;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Entries;

/// <summary>Asks once for what was published before this service listened: else nobody could follow it.</summary>
internal sealed partial class FirstReplay(
    ReplayClient replay, IServiceScopeFactory scopes, DatabaseState database, TimeProvider clock, ILogger<FirstReplay> logger) : BackgroundService
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(10);
    private static readonly string[] Producers = ["catalogue", "calls"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitAsync(stoppingToken);
        await Task.WhenAll(Producers.Select(producer => AskUntilAnsweredAsync(producer, stoppingToken)));
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
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        if ((await db.Database.SqlQuery<string>($"select service as \"Value\" from replays where service = {producer}").ToListAsync(cancellationToken)).Count > 0)
        {
            return;
        }

        var count = await replay.RunAsync(producer, KeepAsync, cancellationToken);
        await db.Database.ExecuteSqlAsync($"insert into replays (service, done_at) values ({producer}, {clock.GetUtcNow()}) on conflict (service) do nothing", cancellationToken);
        LogDone(producer, count);
    }

    private async Task KeepAsync(object message, EventContext context, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await (message switch
        {
            EntryPublished published => scope.ServiceProvider.GetRequiredService<KeepEntry>().HandleAsync(published, context, cancellationToken),
            EntryWithdrawn withdrawn => scope.ServiceProvider.GetRequiredService<KeepEntry>().HandleAsync(withdrawn, context, cancellationToken),
            CallPublished published => scope.ServiceProvider.GetRequiredService<KeepCall>().HandleAsync(published, context, cancellationToken),
            _ => Task.CompletedTask,
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "{Producer} has told what it published before, in {Count} events")]
    private partial void LogDone(string producer, int count);

    [LoggerMessage(LogLevel.Warning, "What {Producer} published before could not be asked for; trying again")]
    private partial void LogFailed(string producer, Exception exception);
}
