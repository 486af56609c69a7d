using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Input;

namespace PfP.ServiceDefaults.Reports;

/// <summary>A reader tells that something is wrong with a public page, and learns of it no more than that it was taken.</summary>
internal static class ReportProblem
{
    private const string KeyIndex = "reader_reports_key";

    public static async Task<Results<Created, ValidationProblem>> HandleAsync(
        NewReaderReport report, IdempotencyKey key, IReportedPages pages, TimeProvider clock, CancellationToken cancellationToken)
    {
        var breaches = ReportRules.Check(report);
        if (await pages.FindAsync(report.About, cancellationToken) is not { } about)
        {
            return Breach.Answer([new Breach("about", "There is no such page, or it was withdrawn."), .. breaches]);
        }

        if (breaches.Count > 0)
        {
            return Breach.Answer(breaches);
        }

        var reports = pages.Database.Set<ReaderReport>();
        if (key.Value is null || !await reports.AnyAsync(made => made.AboutId == about && made.IdempotencyKey == key.Value, cancellationToken))
        {
            reports.Add(ReaderReport.Of(about, report.Kind!, Typed.Given(report.Message)!, Typed.Given(report.Email), key.Value, clock.GetUtcNow()));
            // Where another request with the key was faster, that one made it.
            await pages.Database.TryCreateAsync(KeyIndex, cancellationToken);
        }

        return TypedResults.Created();
    }
}
