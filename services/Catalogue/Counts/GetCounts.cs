using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Owners;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Counts;

/// <summary>The counts of an entry in whatever state it is, for its owner and for the secretariat; to anybody else they are not there.</summary>
internal static class GetCounts
{
    public static Func<string, Contributor, CatalogueDbContext, ReadCounts, CancellationToken, Task<Results<Ok<EntryCounts>, NotFound>>> OwnFor(string kind) =>
        async (slug, contributor, db, counts, cancellationToken) => Shown(await counts.ForOwnerAsync(kind, slug, contributor, db, cancellationToken));

    public static Func<string, Contributor, CatalogueDbContext, ReadCounts, CancellationToken, Task<Results<FileContentHttpResult, NotFound>>> OwnFileFor(string kind) =>
        async (slug, contributor, db, counts, cancellationToken) => Saved(await counts.ForOwnerAsync(kind, slug, contributor, db, cancellationToken));

    public static async Task<Results<Ok<EntryCounts>, NotFound>> OfAnyAsync(Guid id, CatalogueDbContext db, ReadCounts counts, CancellationToken cancellationToken) =>
        Shown(await counts.ForSecretariatAsync(id, db, cancellationToken));

    public static async Task<Results<FileContentHttpResult, NotFound>> FileOfAnyAsync(Guid id, CatalogueDbContext db, ReadCounts counts, CancellationToken cancellationToken) =>
        Saved(await counts.ForSecretariatAsync(id, db, cancellationToken));

    private static async Task<EntryCounts?> ForOwnerAsync(
        this ReadCounts counts, string kind, string slug, Contributor contributor, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var entry = await db.Entries.AsNoTracking().FirstOrDefaultAsync(entry => entry.Kind == kind && entry.Slug == slug, cancellationToken);
        return entry is not null && contributor.Owns(entry) ? await counts.OfAsync(entry, cancellationToken) : null;
    }

    private static async Task<EntryCounts?> ForSecretariatAsync(this ReadCounts counts, Guid id, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var entry = await db.Entries.AsNoTracking().FirstOrDefaultAsync(entry => entry.Id == id && entry.State != EntryState.Draft, cancellationToken);
        return entry is null ? null : await counts.OfAsync(entry, cancellationToken);
    }

    private static Results<Ok<EntryCounts>, NotFound> Shown(EntryCounts? counts) => counts is null ? TypedResults.NotFound() : TypedResults.Ok(counts);

    private static Results<FileContentHttpResult, NotFound> Saved(EntryCounts? counts) => counts is null ? TypedResults.NotFound() : CountsFile.Of(counts);
}
