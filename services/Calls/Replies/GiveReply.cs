using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Replies;

/// <summary>A member replies to a call, or changes what they replied: there is one for each member and call.</summary>
internal static class GiveReply
{
    private const string MemberIndex = "call_replies_member";

    public static async Task<Results<Ok<OwnReply>, ValidationProblem, NotFound, ProblemHttpResult>> HandleAsync(
        string slug, ReplyForm form, Replier replier, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (ReplyRules.Check(form) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        if (await db.CallAsync(slug, cancellationToken) is not { } call)
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        if (call.NoReplies(now) is { } refusal)
        {
            return refusal;
        }

        if (await db.FilesAsync(EnclosedFile.Of(replier.Id), call.Id, form.Files, cancellationToken) is not { } files)
        {
            return Breach.Answer([ReplyFiles.NotSent]);
        }

        form = form with { Files = files };
        return TypedResults.Ok(ReplyViews.Own(await KeepAsync(call, form, replier, db, now, cancellationToken), call, now));
    }

    private static async Task<Reply> KeepAsync(Call call, ReplyForm form, Replier replier, CallsDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            var reply = await db.Replies.FirstOrDefaultAsync(reply => reply.CallId == call.Id && reply.MemberId == replier.Id, cancellationToken);
            if (reply?.Says(form) == true)
            {
                return reply;
            }

            var action = reply is null ? "replied" : "reply changed";
            if (reply is null)
            {
                reply = Reply.OfMember(call, replier, form, now);
                db.Replies.Add(reply);
            }
            else
            {
                reply.Change(replier, form, now);
            }

            db.Record(reply, reply.Actor, action, now);
            db.PublishReply(reply, call, now);
            if (await db.TryCreateAsync(MemberIndex, cancellationToken))
            {
                await db.EncloseAsync(reply, EnclosedFile.Of(replier.Id), cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return reply;
            }
        }

        // The same member was faster by another request: that one made it, and this one changes it.
        return await KeepAsync(call, form, replier, db, now, cancellationToken);
    }
}
