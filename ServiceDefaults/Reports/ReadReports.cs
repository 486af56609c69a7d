using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.ServiceDefaults.Reports;

/// <summary>What readers reported, for the secretariat.</summary>
internal static class ReadReports
{
    /// <summary>Open ones by their age, but first what should not be public; closed ones by when that was, the last one first.</summary>
    /// <param name="state">open where it is left out, or closed.</param>
    public static async Task<Results<Ok<Page<ReaderReportSummary>>, ValidationProblem>> PageAsync(
        string? state, [AsParameters] PagingInLanguage paging, IReportedPages pages, CancellationToken cancellationToken)
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
        var reports = pages.Database.Set<ReaderReport>().AsNoTracking().Where(report => (report.ClosedAt != null) == isClosed);
        var total = await reports.CountAsync(cancellationToken);
        var ordered = isClosed
            ? reports.OrderByDescending(report => report.ClosedAt)
            : reports.OrderByDescending(report => report.Kind == ReaderReportKinds.NotPublic).ThenBy(report => report.ReportedAt);
        var shown = await ordered.ThenBy(report => report.Id).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        var links = await pages.LinksAsync([.. shown.Select(report => report.AboutId).Distinct()], AskedLanguage.OrEnglish(paging.Language), cancellationToken);
        return TypedResults.Ok(new Page<ReaderReportSummary>(
            total, paging.Number, paging.Size, [.. shown.Select(report => new ReaderReportSummary(report.Id, links[report.AboutId], report.Kind, report.ReportedAt))]));
    }

    public static async Task<Results<Ok<ReaderReportResponse>, NotFound>> OneAsync(Guid id, IReportedPages pages, HttpResponse response, CancellationToken cancellationToken) =>
        await pages.Database.Set<ReaderReport>().AsNoTracking().FirstOrDefaultAsync(report => report.Id == id, cancellationToken) is { } report
            ? TypedResults.Ok(await pages.ViewAsync(report, response, cancellationToken))
            : TypedResults.NotFound();

    /// <summary>As the API answers with it, and its ETag.</summary>
    public static async Task<ReaderReportResponse> ViewAsync(this IReportedPages pages, ReaderReport report, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.ETag = IfMatch.TagOf(report.Version);
        var links = await pages.LinksAsync([report.AboutId], null, cancellationToken);
        return new(
            report.Id, report.Version, report.State, report.AboutId, links[report.AboutId], report.Kind, report.Message, report.Email, report.ReportedAt, report.ClosedAt, report.Note);
    }
}
