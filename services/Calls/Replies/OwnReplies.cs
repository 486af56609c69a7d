using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;

namespace PfP.Calls.Replies;

/// <summary>What the member who asks has replied. It is theirs to read and to withdraw, also when the call has closed.</summary>
internal static class OwnReplies
{
    public static async Task<Results<Ok<OwnReply>, NotFound>> GetAsync(string slug, Replier replier, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken) =>
        await Of(replier, db).Where(own => own.Call.Slug == slug).FirstOrDefaultAsync(cancellationToken) is { } own
            ? TypedResults.Ok(ReplyViews.Own(own.Reply, own.Call, clock.GetUtcNow()))
            : TypedResults.NotFound();

    public static async Task<Results<Ok<Page<OwnReply>>, ValidationProblem>> ListAsync(
        [AsParameters] Paging paging, Replier replier, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var now = clock.GetUtcNow();
        var total = await Of(replier, db).CountAsync(cancellationToken);
        var shown = await Of(replier, db)
            .OrderByDescending(own => own.Reply.SentAt).ThenBy(own => own.Reply.Id)
            .Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<OwnReply>(total, paging.Number, paging.Size, [.. shown.Select(own => ReplyViews.Own(own.Reply, own.Call, now))]));
    }

    public static async Task<Results<NoContent, NotFound>> WithdrawAsync(string slug, Replier replier, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await Of(replier, db).Where(own => own.Call.Slug == slug).Select(own => own.Reply).AsTracking().FirstOrDefaultAsync(cancellationToken) is not { } reply)
        {
            return TypedResults.NotFound();
        }

        db.Replies.Remove(reply);
        db.Record(reply, reply.Actor, "reply withdrawn", clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static IQueryable<Own> Of(Replier replier, CallsDbContext db) =>
        from reply in db.Replies.AsNoTracking()
        where reply.MemberId == replier.Id
        join call in db.Calls on reply.CallId equals call.Id
        select new Own { Reply = reply, Call = call };

    private sealed class Own
    {
        public required Reply Reply { get; init; }

        public required Call Call { get; init; }
    }
}
