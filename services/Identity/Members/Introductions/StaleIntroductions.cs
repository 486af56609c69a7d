using Microsoft.EntityFrameworkCore;
using PfP.Identity.Data;
using PfP.Identity.Members.Engagements;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Introductions;

/// <summary>A membership expires without anybody doing anything: what waits for an answer then is withdrawn within the hour.</summary>
internal sealed class StaleIntroductions(IServiceScopeFactory scopes, DatabaseState state, TimeProvider clock, ILogger<StaleIntroductions> logger) : BackgroundService
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
        await db.Engagements.Where(engagement => engagement.State == Engagement.Open && !current.Any(member => member.Id == engagement.AskedBy))
            .WithdrawAsync(now, cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => state.RepeatAsync(WithdrawAsync, Every, TimeProvider.System, logger, stoppingToken);
}
