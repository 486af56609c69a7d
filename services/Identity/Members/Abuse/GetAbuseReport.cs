using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Abuse;

internal static class GetAbuseReport
{
    public static async Task<Results<Ok<AbuseReportResponse>, NotFound>> HandleAsync(Guid id, IdentityDbContext db, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.WithTextsAsync(db.AbuseReports.AsNoTracking().Where(report => report.Id == id), cancellationToken);
        if (await db.ViewAsync(found, cancellationToken) is not [var report])
        {
            return TypedResults.NotFound();
        }

        response.Headers.ETag = IfMatch.TagOf(report.Version);
        return TypedResults.Ok(report);
    }
}
