using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Counts;
using PfP.Catalogue.Data;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Owners;

internal static class ListOwnEntries
{
    public static Func<PagingInLanguage, Contributor, CatalogueDbContext, ReadCounts, CancellationToken, Task<Results<Ok<Page<OwnPractice>>, ValidationProblem>>> PageFor(string kind) =>
        ([AsParameters] paging, contributor, db, counts, cancellationToken) => PageAsync(kind, paging, contributor, db, counts, cancellationToken);

    public static Func<string, Contributor, CatalogueDbContext, HttpResponse, CancellationToken, Task<Results<Ok<OwnPractice>, NotFound>>> OneFor(string kind) =>
        (slug, contributor, db, response, cancellationToken) => OneAsync(kind, slug, contributor, db, response, cancellationToken);

    private static async Task<Results<Ok<Page<OwnPractice>>, ValidationProblem>> PageAsync(
        string kind, PagingInLanguage paging, Contributor contributor, CatalogueDbContext db, ReadCounts counts, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var entries = db.EntriesOf(contributor.Entity, kind).AsNoTracking();
        var total = await entries.CountAsync(cancellationToken);
        // First those that wait for somebody to answer for them.
        var shown = await entries
            .OrderByDescending(entry => entry.OwnerCountry == null && entry.OwnerOrganisation == null).ThenBy(entry => entry.Title).ThenBy(entry => entry.Id)
            .Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        var totals = await counts.TotalsAsync([.. shown.Where(contributor.Owns).Select(entry => entry.Id)], cancellationToken);
        var views = new List<OwnPractice>();
        foreach (var entry in shown)
        {
            views.Add(await db.ViewAsync(contributor, entry, cancellationToken) with { Counts = totals.GetValueOrDefault(entry.Id) });
        }

        return TypedResults.Ok(new Page<OwnPractice>(total, paging.Number, paging.Size, views));
    }

    private static async Task<Results<Ok<OwnPractice>, NotFound>> OneAsync(
        string kind, string slug, Contributor contributor, CatalogueDbContext db, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await db.EntriesOf(contributor.Entity, kind).AsNoTracking().FirstOrDefaultAsync(entry => entry.Slug == slug, cancellationToken) is not { } entry)
        {
            return TypedResults.NotFound();
        }

        response.Headers.ETag = IfMatch.TagOf(entry.Version);
        return TypedResults.Ok(await db.ViewAsync(contributor, entry, cancellationToken));
    }
}
