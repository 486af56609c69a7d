using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Replies;

/// <summary>The owner of a call answers a reply, once or again. A member is told that it was answered; a guest is mailed the answer, as only this service has the address.</summary>
internal static class AnswerReply
{
    public static async Task<Results<Ok<ReceivedReply>, ValidationProblem, NotFound, ProblemHttpResult>> HandleAsync(
        Guid id, Guid replyId, NewReplyAnswer answer, IfMatch match, Contributor contributor, CallsDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        if (ReplyRules.Check(answer) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        if (!await contributor.CallsAsync(id, db, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        if (await ReceivedReplies.To(id, db).FirstOrDefaultAsync(reply => reply.Id == replyId, cancellationToken) is not { } reply)
        {
            return TypedResults.NotFound();
        }

        if (reply.ForgottenAt is not null)
        {
            return TypedResults.Problem("It is not known any more who replied.", statusCode: StatusCodes.Status409Conflict);
        }

        if (reply.Version != match.Version)
        {
            return IfMatch.Outdated(reply.Version);
        }

        await AnswerAsync(reply, Typed.Given(answer.Text)!, contributor, db, clock.GetUtcNow(), cancellationToken);
        response.Headers.ETag = IfMatch.TagOf(reply.Version);
        return TypedResults.Ok(ReplyViews.Received(reply));
    }

    private static async Task AnswerAsync(Reply reply, string text, Contributor contributor, CallsDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var kept = reply.Answer(text, now);
        db.Record(reply, contributor.Actor, "reply answered", now);
        if (reply.MemberId is { } member)
        {
            db.Publish(new ReplyAnswered(reply.CallId, reply.Id, member, now));
        }
        else
        {
            await db.PlanMailAsync<GuestReplyAnswered>(reply.Id, kept.Id, cancellationToken: cancellationToken);
        }

        // Of two answers to one version the second fails here.
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
