using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Reports;

/// <summary>What readers reported, for the secretariat.</summary>
internal static class ReadReports
{
    /// <summary>Open ones by their age, but first what should not be public; closed ones by when that was, the last one first.</summary>
    /// <param name="state">open where it is left out, or closed.</param>
    public static async Task<Results<Ok<Page<ReaderReportSummary>>, ValidationProblem>> PageAsync(
        string? state, [AsParameters] PagingInLanguage paging, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var errors = paging.Errors();
        if (state is not (null or ReaderReport.Open or ReaderReport.Closed))
        {
            errors["state"] = [$"state must be {ReaderReport.Open} or {ReaderReport.Closed}."];
        }

        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var isClosed = state == ReaderReport.Closed;
        var reports = db.ReaderReports.AsNoTracking().Where(report => (report.ClosedAt != null) == isClosed);
        var total = await reports.CountAsync(cancellationToken);
        var ordered = isClosed
            ? reports.OrderByDescending(report => report.ClosedAt)
            : reports.OrderByDescending(report => report.Kind == ReaderReportKinds.NotPublic).ThenBy(report => report.ReportedAt);
        var shown = await ordered.ThenBy(report => report.Id).Skip(paging.Skipped).Take(paging.Size)
            .Join(db.Entries, report => report.EntryId, entry => entry.Id, (report, entry) => new { Report = report, Entry = entry })
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<ReaderReportSummary>(
            total,
            paging.Number,
            paging.Size,
            [.. shown.Select(row => new ReaderReportSummary(row.Report.Id, EntryResponses.Link(row.Entry, AskedLanguage.OrEnglish(paging.Language)), row.Report.Kind, row.Report.ReportedAt))]));
    }

    public static async Task<Results<Ok<ReaderReportResponse>, NotFound>> OneAsync(Guid id, CatalogueDbContext db, HttpResponse response, CancellationToken cancellationToken) =>
        await db.ReaderReports.AsNoTracking().FirstOrDefaultAsync(report => report.Id == id, cancellationToken) is { } report
            ? TypedResults.Ok(await db.ViewAsync(report, response, cancellationToken))
            : TypedResults.NotFound();

    /// <summary>As the API answers with it, and its ETag.</summary>
    public static async Task<ReaderReportResponse> ViewAsync(this CatalogueDbContext db, ReaderReport report, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.ETag = IfMatch.TagOf(report.Version);
        var entry = await db.Entries.AsNoTracking().SingleAsync(entry => entry.Id == report.EntryId, cancellationToken);
        return new(
            report.Id, report.Version, report.State, entry.Id, EntryResponses.Link(entry, entry.Language), report.Kind, report.Message, report.Email, report.ReportedAt,
            report.ClosedAt, report.Note);
    }
}
