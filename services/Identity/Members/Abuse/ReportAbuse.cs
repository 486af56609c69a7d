using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.Identity.Members.Introductions;
using PfP.Identity.Members.Threads;

namespace PfP.Identity.Members.Abuse;

internal static class ReportAbuse
{
    private const int Longest = 1000;

    /// <summary>The same report again is the first one: it needs no key.</summary>
    public static async Task<Results<Created, NotFound, ValidationProblem, ProblemHttpResult>> HandleAsync(
        AbuseReportRequest request, Reader reader, IdentityDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request is not ({ IntroductionId: not null, ThreadId: null, MessageId: null } or { IntroductionId: null, ThreadId: not null, MessageId: not null }))
        {
            return Refusals.Invalid("introductionId", "Name an introduction, or a thread and a message of it.");
        }

        if (request.Reason?.Trim() is not { Length: > 0 } reason || !PlainText.IsParagraphs(reason, Longest))
        {
            return Refusals.Invalid("reason", $"A reason of at most {Longest} characters is needed.");
        }

        var now = clock.GetUtcNow();
        if (await AuthorAsync(request, reader, db, now, cancellationToken) is not { Exists: true } reported)
        {
            return TypedResults.NotFound();
        }

        if (reported.Author == reader.Id)
        {
            return Refusals.Invalid("introductionId", "You wrote this.");
        }

        if (!await db.MayWriteAsync(reader, now, cancellationToken))
        {
            return Refusals.NoMember();
        }

        return TypedResults.Created($"/api/members/abuse-reports/{await ReportAsync(request, reason, reader, db, now, cancellationToken)}");
    }

    // Exists is false for whoever is no party, as for what does not exist.
    private static async Task<(bool Exists, Guid? Author)> AuthorAsync(
        AbuseReportRequest request, Reader reader, IdentityDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (request.IntroductionId is { } id)
        {
            var introduction = await db.Introductions.AsNoTracking().Of(reader.Id).FirstOrDefaultAsync(introduction => introduction.Id == id, cancellationToken);
            return (introduction is not null, introduction?.FromId);
        }

        var message = await db.Messages.AsNoTracking().FirstOrDefaultAsync(
            message => message.Id == request.MessageId && message.ThreadId == request.ThreadId
                && db.ThreadsOpenTo(reader, now).Any(thread => thread.Id == message.ThreadId),
            cancellationToken);
        return (message is not null, message?.AuthorId);
    }

    private static async Task<Guid> ReportAsync(
        AbuseReportRequest request, string reason, Reader reader, IdentityDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeTurnAsync(cancellationToken, reader.Id);
        var report = await db.AbuseReports.FirstOrDefaultAsync(
            made => made.ReporterId == reader.Id && made.IntroductionId == request.IntroductionId && made.MessageId == request.MessageId, cancellationToken);
        if (report is null)
        {
            report = AbuseReport.Of(reader.Id, request.IntroductionId, request.MessageId, reason, now);
            db.AbuseReports.Add(report);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return report.Id;
    }
}
