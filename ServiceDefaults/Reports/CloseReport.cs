using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;

namespace PfP.ServiceDefaults.Reports;

/// <summary>The secretariat says what it has done about a report.</summary>
internal static class CloseReport
{
    public static async Task<Results<Ok<ReaderReportResponse>, ValidationProblem, NotFound, ProblemHttpResult>> HandleAsync(
        Guid id, ReaderReportNote note, IfMatch match, Contributor contributor, IReportedPages pages, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        if (ReportRules.Check(note) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }

        if (await pages.Database.Set<ReaderReport>().FirstOrDefaultAsync(report => report.Id == id, cancellationToken) is not { } report)
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
        pages.Record(report, contributor, clock.GetUtcNow());
        // Of two moderators who close it at once the second fails here.
        await pages.Database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await pages.ViewAsync(report, response, cancellationToken));
    }
}
