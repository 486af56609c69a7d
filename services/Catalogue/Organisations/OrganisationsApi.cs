using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

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
        [AsParameters] Paging paging, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var total = await db.Organisations.CountAsync(cancellationToken);
        var page = await WithCounts(db.Organisations.OrderBy(organisation => organisation.Name).ThenBy(organisation => organisation.Slug).Skip(paging.Skipped).Take(paging.Size), db)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<OrganisationResponse>(total, paging.Number, paging.Size, page));
    }

    private static async Task<Results<Ok<OrganisationResponse>, NotFound>> GetAsync(string slug, CatalogueDbContext db, CancellationToken cancellationToken) =>
        await WithCounts(db.Organisations.Where(organisation => organisation.Slug == slug), db).FirstOrDefaultAsync(cancellationToken) is { } organisation
            ? TypedResults.Ok(organisation)
            : TypedResults.NotFound();

    private static IQueryable<OrganisationResponse> WithCounts(IQueryable<Organisation> organisations, CatalogueDbContext db) =>
        organisations.Select(organisation => new OrganisationResponse(
            organisation.Slug,
            organisation.Name,
            organisation.Acronym,
            organisation.Type,
            db.Entries.Public().Count(entry => entry.Organisations.Any(slug => new[] { organisation.Slug }.Contains(slug)))));
}
