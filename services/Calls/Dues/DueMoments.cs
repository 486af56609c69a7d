using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Contracts.Calls;
using PfP.ServiceDefaults;

namespace PfP.Calls.Dues;

/// <summary>Tells that calls have opened or closed: when the moment comes, once, also after nobody was there to see it pass.</summary>
internal sealed partial class DueMoments(IServiceScopeFactory scopes, DatabaseState state, TimeProvider clock, ILogger<DueMoments> logger) : BackgroundService
{
    private const int BatchSize = 100;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Tells of all that is due by now; what another replica is telling of is left to it.</summary>
    /// <returns>Of how many.</returns>
    public async Task<int> TellAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        int batch;
        do
        {
            told += batch = await TellBatchAsync(cancellationToken);
        }
        while (batch == BatchSize);
        return told;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => state.RepeatAsync(
        async cancellationToken =>
        {
            if (await TellAsync(cancellationToken) is var count and > 0)
            {
                LogTold(count);
            }
        },
        Every, clock, logger, stoppingToken);

    private async Task<int> TellBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CallsDbContext>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await db.Dues.FromSql(
            $"""
            delete from call_dues where (call_id, moment, at) in (
                select call_id, moment, at from call_dues where at <= {now} order by at limit {BatchSize} for update skip locked)
            returning call_id, moment, at
            """).AsNoTracking().ToListAsync(cancellationToken);
        foreach (var (call, moment, at) in due.OrderBy(row => row.At))
        {
            if (moment == CallDue.Opened)
            {
                db.Publish(new CallOpened(call, at));
            }
            else
            {
                db.Publish(new CallClosed(call, at));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }

    [LoggerMessage(LogLevel.Information, "{Count} calls have opened or closed.")]
    private partial void LogTold(int count);
}
