using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.ServiceDefaults;

namespace PfP.Calls.Replies;

/// <summary>Deletes what guests did not confirm in time.</summary>
internal sealed class ForgetGuests(IServiceScopeFactory scopes, DatabaseState state, TimeProvider clock, ILogger<ForgetGuests> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async Task ForgetAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var until = now - Reply.ToConfirm;
        await scope.ServiceProvider.GetRequiredService<CallsDbContext>().Replies
            .Where(reply => reply.ConfirmedAt == null && reply.SentAt <= until)
            .ExecuteDeleteAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        state.RepeatAsync(cancellationToken => ForgetAsync(clock.GetUtcNow(), cancellationToken), Every, clock, logger, stoppingToken);
}
