using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Calls.Replies;

/// <summary>What a guest does by the link of a mail: reads the reply with its answers, confirms it, erases it.</summary>
internal static class GuestLink
{
    /// <param name="token">In the query, which no trace or log holds.</param>
    public static async Task<Results<Ok<GuestReply>, NotFound>> ReadAsync(string? token, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await FindAsync(db, token, now, cancellationToken) is var (reply, call) ? TypedResults.Ok(ReplyViews.OfGuest(reply, call, now)) : TypedResults.NotFound();
    }

    /// <summary>What was sent in time may be confirmed when the deadline has passed.</summary>
    public static async Task<Results<NoContent, NotFound>> ConfirmAsync(string? token, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await FindAsync(db, token, now, cancellationToken) is not var (reply, call))
        {
            return TypedResults.NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Of two that press the button at once one makes it count.
        var confirmed = await db.Replies.Where(sent => sent.Id == reply.Id && sent.ConfirmedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(sent => sent.ConfirmedAt, now), cancellationToken);
        if (confirmed == 1)
        {
            await ReplaceEarlierAsync(db, reply, now, cancellationToken);
            db.Record(reply, reply.Actor, "reply confirmed", now);
            db.PublishReply(reply, call, now);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return TypedResults.NoContent();
    }

    public static async Task<Results<NoContent, NotFound>> EraseAsync(string? token, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await FindAsync(db, token, now, cancellationToken) is not var (reply, _))
        {
            return TypedResults.NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await EraseAsync(db, reply, "reply erased", now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>A guest changes a reply by sending another one: there is one for each address and call.</summary>
    private static async Task ReplaceEarlierAsync(CallsDbContext db, Reply reply, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var earlier = await db.Replies.AsNoTracking()
            .Where(other => other.CallId == reply.CallId && other.Email == reply.Email && other.Id != reply.Id && other.ConfirmedAt != null).ToListAsync(cancellationToken);
        foreach (var replaced in earlier)
        {
            await EraseAsync(db, replaced, "reply replaced", now, cancellationToken);
        }
    }

    private static async Task EraseAsync(CallsDbContext db, Reply reply, string action, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Replies.Where(sent => sent.Id == reply.Id).ExecuteDeleteAsync(cancellationToken);
        await db.ForgetMailAsync(reply.Id, cancellationToken);
        db.Record(reply, reply.Actor, action, now);
    }

    /// <summary>What a link is about, while there is time to confirm it, and once it is.</summary>
    public static async Task<(Reply Reply, Call Call)?> FindAsync(CallsDbContext db, string? token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (SecretToken.HashOf(token) is not { } hash)
        {
            return null;
        }

        var since = now - Reply.ToConfirm;
        var found = await (
            from link in db.ReplyLinks
            where link.Hash == hash
            join reply in db.Replies on link.ReplyId equals reply.Id
            where reply.ConfirmedAt != null || reply.SentAt > since
            join call in db.Calls on reply.CallId equals call.Id
            select new { Reply = reply, Call = call }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.Reply, found.Call);
    }
}
