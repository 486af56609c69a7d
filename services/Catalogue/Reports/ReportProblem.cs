using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Reports;

/// <summary>A reader tells that something is wrong with a public page, and learns of it no more than that it was taken.</summary>
internal static class ReportProblem
{
    private const string KeyIndex = "reader_reports_key";

    public static async Task<Results<Created, ValidationProblem>> HandleAsync(
        NewReaderReport report, IdempotencyKey key, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var breaches = ReportRules.Check(report);
        if (await db.PublicEntryAtAsync(report.About, cancellationToken) is not { } entry)
        {
            return Breach.Answer([new Breach("about", "There is no such page, or it was withdrawn."), .. breaches]);
        }

        if (breaches.Count > 0)
        {
            return Breach.Answer(breaches);
        }

        if (key.Value is null || !await db.ReaderReports.AnyAsync(made => made.EntryId == entry.Id && made.IdempotencyKey == key.Value, cancellationToken))
        {
            db.ReaderReports.Add(ReaderReport.Of(entry.Id, report.Kind!, Typed.Given(report.Message)!, Typed.Given(report.Email), key.Value, clock.GetUtcNow()));
            // Where another request with the key was faster, that one made it.
            await db.TryCreateAsync(KeyIndex, cancellationToken);
        }

        return TypedResults.Created();
    }
}
