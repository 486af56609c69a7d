using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Contracts.Calls;
using PfP.ServiceDefaults;

namespace PfP.Calls.Dues;

/// <summary>Tells that calls have opened or closed, and that their outcome is due: when the moment comes, once, also after nobody was there to see it pass.</summary>
internal sealed partial class DueMoments(IServiceScopeFactory scopes, DatabaseState state, TimeProvider clock, ILogger<DueMoments> logger) : BackgroundService
{
    private const int BatchSize = 100;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly ActivitySource Activities = new("PfP.Calls");

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
            returning call_id, moment, at, traceparent
            """).AsNoTracking().ToListAsync(cancellationToken);
        foreach (var row in due.OrderBy(row => row.At))
        {
            var (call, moment, at) = row;
            using var activity = Activities.Continue($"Tell {moment}", ActivityKind.Internal, row.Traceparent);
            switch (moment)
            {
                case CallDue.Opened:
                    db.Publish(new CallOpened(call, at));
                    break;
                case CallDue.Closed:
                    db.Publish(new CallClosed(call, at));
                    break;
                default:
                    await TellOfOutcomeAsync(db, call, at, now, cancellationToken);
                    break;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }

    private static async Task TellOfOutcomeAsync(CallsDbContext db, Guid id, DateTimeOffset at, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var closed = await db.Calls.Where(call => call.Id == id && call.State == CallStates.Published).Select(call => call.ClosesAt).SingleOrDefaultAsync(cancellationToken);
        // An outcome that is published at this very moment is noticed when the mail is about to leave. After downtime the latest moment stands for those before.
        if (OutcomeDue.IsMoment(at, closed) && !OutcomeDue.Told.Any(days => closed!.Value.AddDays(days) > at && closed.Value.AddDays(days) <= now))
        {
            db.Publish(new OutcomeDue(id, closed!.Value, closed.Value.AddDays(OutcomeDue.Days), at));
        }
    }

    [LoggerMessage(LogLevel.Information, "Of {Count} moments of calls it was told that they have come.")]
    private partial void LogTold(int count);
}
