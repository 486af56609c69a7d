using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Abuse;

internal static class ListAbuseReports
{
    /// <param name="state">open where it is left out, or closed.</param>
    public static async Task<Results<Ok<Page<AbuseReportResponse>>, ValidationProblem>> HandleAsync(
        string? state, [AsParameters] Paging paging, IdentityDbContext db, CancellationToken cancellationToken)
    {
        var errors = paging.Errors();
        if (state is not (null or "open" or "closed"))
        {
            errors["state"] = ["state must be open or closed."];
        }

        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var reports = db.AbuseReports.AsNoTracking().Where(report => (report.ClosedAt != null) == (state == "closed"));
        var total = await reports.CountAsync(cancellationToken);
        var page = await db.WithTextsAsync(reports.OrderBy(report => report.ReportedAt).ThenBy(report => report.Id).Skip(paging.Skipped).Take(paging.Size), cancellationToken);
        return TypedResults.Ok(new Page<AbuseReportResponse>(total, paging.Number, paging.Size, await db.ViewAsync(page, cancellationToken)));
    }
}
