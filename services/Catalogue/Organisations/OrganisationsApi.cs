using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Organisations;

internal static class OrganisationsApi
{
    public static void MapOrganisations(this IEndpointRouteBuilder api)
    {
        var organisations = api.MapGroup("organisations").WithTags("organisations");
        organisations.MapGet("/", ListAsync);
        organisations.MapGet("/{slug}", GetAsync);
    }

    private static async Task<Results<Ok<Page<OrganisationResponse>>, ValidationProblem>> ListAsync(
        [AsParameters] PagingInLanguage paging, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var total = await db.Organisations.CountAsync(cancellationToken);
        var page = await db.Organisations.AsNoTracking()
            .OrderBy(organisation => organisation.Name).ThenBy(organisation => organisation.Slug)
            .Skip(paging.Skipped).Take(paging.Size)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<OrganisationResponse>(total, paging.Number, paging.Size, await WithCountsAsync(db, page, cancellationToken)));
    }

    private static async Task<Results<Ok<OrganisationResponse>, NotFound>> GetAsync(string slug, CatalogueDbContext db, CancellationToken cancellationToken) =>
        await db.Organisations.AsNoTracking().FirstOrDefaultAsync(organisation => organisation.Slug == slug, cancellationToken) is { } organisation
            ? TypedResults.Ok((await WithCountsAsync(db, [organisation], cancellationToken))[0])
            : TypedResults.NotFound();

    private static async Task<IReadOnlyList<OrganisationResponse>> WithCountsAsync(CatalogueDbContext db, List<Organisation> organisations, CancellationToken cancellationToken)
    {
        var slugs = organisations.Select(organisation => organisation.Slug).ToArray();
        var counts = await db.Entries.Public()
            .Where(entry => entry.Organisations.Any(slug => slugs.Contains(slug)))
            .SelectMany(entry => entry.Organisations)
            .Where(slug => slugs.Contains(slug))
            .GroupBy(slug => slug)
            .Select(group => new { Slug = group.Key, Entries = group.Count() })
            .ToDictionaryAsync(group => group.Slug, group => group.Entries, cancellationToken);
        return
        [
            .. organisations.Select(organisation =>
                new OrganisationResponse(organisation.Slug, organisation.Name, organisation.Acronym, organisation.Type, counts.GetValueOrDefault(organisation.Slug))),
        ];
    }
}
