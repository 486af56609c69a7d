using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Data;
using PfP.Identity.Members.Decisions;
using PfP.Identity.Members.Introductions;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Members.Abuse;

internal static class CloseAbuseReport
{
    public static async Task<Results<NoContent, NotFound, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Guid id, AbuseDecisionRequest request, IfMatch match, Decision decision, IdentityDbContext db, TimeProvider clock, HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (request.Decision is not (AbuseReport.Dismissed or AbuseReport.MemberEnded))
        {
            return Refusals.Invalid("decision", $"decision must be {AbuseReport.Dismissed} or {AbuseReport.MemberEnded}.");
        }

        if (await db.WithTextsAsync(db.AbuseReports.Where(report => report.Id == id), cancellationToken) is not [var reported])
        {
            return TypedResults.NotFound();
        }

        var report = reported.Report;
        if (report.ClosedAt is not null)
        {
            return Refusals.Conflict("The report has been closed.");
        }

        if (report.Version != match.Version)
        {
            return IfMatch.Outdated(report.Version);
        }

        if (request.Decision == AbuseReport.MemberEnded)
        {
            return await EndMemberAsync(reported, decision, db, clock.GetUtcNow(), response, cancellationToken);
        }

        report.Close(AbuseReport.Dismissed, decision.By, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        response.Headers.ETag = IfMatch.TagOf(report.Version);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, NotFound, ValidationProblem, ProblemHttpResult>> EndMemberAsync(
        ReportedText reported, Decision decision, IdentityDbContext db, DateTimeOffset now, HttpResponse response, CancellationToken cancellationToken)
    {
        var author = await db.Members.AsNoTracking().FirstOrDefaultAsync(member => member.Id == reported.AuthorId && member.State == MemberState.Approved, cancellationToken);
        if (author is null)
        {
            return Refusals.Conflict("Whoever wrote it is no member any more.");
        }

        if (author.Roles.Any(Roles.IsStaff) && !decision.Decider.IsInRole(Roles.Administrator))
        {
            return Refusals.Invalid("decision", "Only an administrator ends the membership of moderators and administrators.");
        }

        var open = await db.OpenIntroductionsAsync(author.Id, cancellationToken);
        var ended = await decision.MakeAsync(author.Id, new(author.Version), SecurityActions.Ended, End, signInAgain: true, cancellationToken);
        if (ended.Result is NoContent)
        {
            response.Headers.ETag = IfMatch.TagOf(reported.Report.Version);
        }

        return ended;

        // The report, the membership and what it had asked for change together.
        bool End(Member member)
        {
            reported.Report.Close(AbuseReport.MemberEnded, decision.By, now);
            db.Withdraw(open, now);
            return member.End(decision.By, now);
        }
    }
}
