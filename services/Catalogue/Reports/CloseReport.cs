using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Reports;

/// <summary>The secretariat says what it has done about a report.</summary>
internal static class CloseReport
{
    public static async Task<Results<Ok<ReaderReportResponse>, ValidationProblem, NotFound, ProblemHttpResult>> HandleAsync(
        Guid id, ReaderReportNote note, IfMatch match, Contributor contributor, CatalogueDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        if (ReportRules.Check(note) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        if (await db.ReaderReports.FirstOrDefaultAsync(report => report.Id == id, cancellationToken) is not { } report)
        {
            return TypedResults.NotFound();
        }

        if (report.Version != match.Version)
        {
            return IfMatch.Outdated(report.Version);
        }

        if (report.ClosedAt is not null)
        {
            return TypedResults.Problem("The report is closed.", statusCode: StatusCodes.Status409Conflict);
        }

        report.Close(Typed.Given(note.Note)!, contributor.Id, clock.GetUtcNow());
        db.Audit.Add(new AuditRecord(clock.GetUtcNow(), contributor.Actor, "closed", "reader report", report.Id, report.Version, ["note"]));
        // Of two moderators who close it at once the second fails here.
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await db.ViewAsync(report, response, cancellationToken));
    }
}
