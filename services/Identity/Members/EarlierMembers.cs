using Microsoft.EntityFrameworkCore;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members;

/// <summary>
/// Tells other services for whom those act, and what they offer, who became members before there were events for it. Once for each: what
/// changes later is told by the change.
/// </summary>
internal sealed partial class EarlierMembers(IServiceScopeFactory scopes, DatabaseState state, ILogger<EarlierMembers> logger) : BackgroundService
{
    private const int BatchSize = 100;
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(10);

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        while (await TellBatchAsync(cancellationToken) is var count and > 0)
        {
            LogTold(count);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => state.DoOnceAsync(TellAsync, TryAgainAfter, logger, stoppingToken);

    /// <returns>How many were looked at.</returns>
    private async Task<int> TellBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Their rows are held, so that no change passes what is told here.
        var ids = await db.Database.SqlQuery<Guid>(
            $"""
            update members.members set announced = true
            where id in (select id from members.members where not announced order by id limit {BatchSize} for update)
            returning id as "Value"
            """).ToListAsync(cancellationToken);
        foreach (var member in await db.Members.AsNoTracking().Where(member => ids.Contains(member.Id) && member.State == MemberState.Approved).ToListAsync(cancellationToken))
        {
            db.PublishAppointed(member);
            db.PublishInterests(member);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ids.Count;
    }

    [LoggerMessage(LogLevel.Information, "Told of up to {Count} members from before there were events for it")]
    private partial void LogTold(int count);
}
