using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Submissions;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Owners;

internal static class ListOwnPractices
{
    public static async Task<Results<Ok<Page<OwnPractice>>, ValidationProblem>> PageAsync(
        [AsParameters] PagingInLanguage paging, Contributor contributor, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var practices = db.Practices(contributor.Entity).AsNoTracking();
        var total = await practices.CountAsync(cancellationToken);
        // First those that wait for somebody to answer for them.
        var shown = await practices
            .OrderByDescending(entry => entry.OwnerCountry == null && entry.OwnerOrganisation == null).ThenBy(entry => entry.Title).ThenBy(entry => entry.Id)
            .Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        var views = new List<OwnPractice>();
        foreach (var entry in shown)
        {
            views.Add(await db.ViewAsync(contributor, entry, cancellationToken));
        }

        return TypedResults.Ok(new Page<OwnPractice>(total, paging.Number, paging.Size, views));
    }

    public static async Task<Results<Ok<OwnPractice>, NotFound>> OneAsync(
        string slug, Contributor contributor, CatalogueDbContext db, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await db.Practices(contributor.Entity).AsNoTracking().FirstOrDefaultAsync(entry => entry.Slug == slug, cancellationToken) is not { } entry)
        {
            return TypedResults.NotFound();
        }

        response.Headers.ETag = IfMatch.TagOf(entry.Version);
        return TypedResults.Ok(await db.ViewAsync(contributor, entry, cancellationToken));
    }
}
