using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.Identity.Members.Threads;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Introductions;

/// <summary>Whoever was asked accepts or declines; whoever asked may withdraw before that.</summary>
internal sealed class AnswerIntroduction(IdentityDbContext db, TimeProvider clock, IHttpContextAccessor http)
{
    public static Task<Results<Ok<IntroductionResponse>, NotFound, ProblemHttpResult>> AcceptAsync(
        Guid id, IfMatch match, Reader reader, AnswerIntroduction answer, CancellationToken cancellationToken) =>
        answer.GiveAsync(id, match, reader, IntroductionAnswers.Accepted, cancellationToken);

    public static Task<Results<Ok<IntroductionResponse>, NotFound, ProblemHttpResult>> DeclineAsync(
        Guid id, IfMatch match, Reader reader, AnswerIntroduction answer, CancellationToken cancellationToken) =>
        answer.GiveAsync(id, match, reader, IntroductionAnswers.Declined, cancellationToken);

    public static Task<Results<Ok<IntroductionResponse>, NotFound, ProblemHttpResult>> WithdrawAsync(
        Guid id, IfMatch match, Reader reader, AnswerIntroduction answer, CancellationToken cancellationToken) =>
        answer.GiveAsync(id, match, reader, IntroductionAnswers.Withdrawn, cancellationToken);

    private async Task<Results<Ok<IntroductionResponse>, NotFound, ProblemHttpResult>> GiveAsync(
        Guid id, IfMatch match, Reader reader, string answer, CancellationToken cancellationToken)
    {
        if (await db.Introductions.Of(reader.Id).FirstOrDefaultAsync(introduction => introduction.Id == id, cancellationToken) is not { } introduction)
        {
            return TypedResults.NotFound();
        }

        if (await ObstacleAsync(introduction, match, reader, answer, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        var now = clock.GetUtcNow();
        var thread = answer == IntroductionAnswers.Accepted ? MessageThread.OpenBetween([introduction.FromId!.Value, introduction.ToId!.Value], now) : null;
        if (thread is not null)
        {
            db.Threads.Add(thread);
        }

        introduction.Answer(answer, now, thread?.Id);
        db.PublishAnswer(introduction);
        // Of two answers to one version the second fails here, and with it its thread and its event.
        await db.SaveChangesAsync(cancellationToken);
        http.HttpContext!.Response.Headers.ETag = IfMatch.TagOf(introduction.Version);
        return TypedResults.Ok(await db.ViewAsync(introduction, reader, cancellationToken));
    }

    private async Task<ProblemHttpResult?> ObstacleAsync(Introduction introduction, IfMatch match, Reader reader, string answer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var whose = answer == IntroductionAnswers.Withdrawn ? introduction.FromId : introduction.ToId;
        if (whose != reader.Id)
        {
            return TypedResults.Problem("This is for the other of the two.", statusCode: StatusCodes.Status403Forbidden);
        }

        if (introduction.State != Introduction.Open)
        {
            return Refusals.Conflict($"The introduction is {introduction.State}.");
        }

        if (introduction.Version != match.Version)
        {
            return IfMatch.Outdated(introduction.Version);
        }

        if (!await db.MayWriteAsync(reader, now, cancellationToken))
        {
            return Refusals.NoMember();
        }

        return answer != IntroductionAnswers.Accepted || await db.Members.CurrentAt(now).AnyAsync(member => member.Id == introduction.FromId, cancellationToken)
            ? null
            : Refusals.Conflict("Whoever asked is no member any more.");
    }
}
