using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Contracts.Calls;
using PfP.ServiceDefaults;

namespace PfP.Calls.Replies;

/// <summary>Deletes what guests did not confirm in time, files that no reply named, and, long after a call has closed, all that tells which guests replied.</summary>
internal sealed class ForgetGuests(IServiceScopeFactory scopes, DatabaseState state, TimeProvider clock, ILogger<ForgetGuests> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async Task ForgetAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var until = now - Reply.ToConfirm;
        var db = scope.ServiceProvider.GetRequiredService<CallsDbContext>();
        await db.Replies.Where(reply => reply.ConfirmedAt == null && reply.SentAt <= until).ExecuteDeleteAsync(cancellationToken);
        await ForgetWhoAsync(db, now, cancellationToken);
        var named = now - EnclosedFile.ToBeNamed;
        await db.EnclosedFiles.Where(file => file.ReplyId == null && file.AddedAt <= named).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task ForgetWhoAsync(CallsDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = now - Reply.ToForget;
        var old = await db.Replies
            .Where(reply => reply.Email != null && reply.ConfirmedAt != null && db.Calls.Any(call =>
                call.Id == reply.CallId && (call.ClosesAt <= until || (call.State == CallStates.Cancelled && call.WaitsSince <= until))))
            .Select(reply => reply.Id).ToListAsync(cancellationToken);
        foreach (var id in old)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // Documents tell who wrote them, and a link opens what is nobody's any more.
            await db.EnclosedFiles.Where(file => file.ReplyId == id).ExecuteDeleteAsync(cancellationToken);
            await db.ReplyLinks.Where(link => link.ReplyId == id).ExecuteDeleteAsync(cancellationToken);
            await db.ForgetMailAsync(id, cancellationToken);
            await db.Database.ExecuteSqlAsync(
                $"""
                update call_replies set name = '', organisation = null, email = null, language = null, idempotency_key = null, files = '[]', forgotten_at = {now}, version = version + 1
                where id = {id}
                """,
                cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        state.RepeatAsync(cancellationToken => ForgetAsync(clock.GetUtcNow(), cancellationToken), Every, clock, logger, stoppingToken);
}
