using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using VersionsResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<System.Collections.Generic.IReadOnlyList<PfP.Contracts.Catalogue.Api.VersionResponse>>,
    PfP.Catalogue.Entries.NoEntry>;

namespace PfP.Catalogue.Entries;

internal static class ListVersions
{
    public static Func<string, CatalogueDbContext, CancellationToken, Task<VersionsResult>> For(string kind) =>
        (slug, db, cancellationToken) => HandleAsync(kind, slug, db, cancellationToken);

    private static async Task<VersionsResult> HandleAsync(string kind, string slug, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var (entry, noEntry) = await db.EntryAtAsync(kind, slug, "/versions", cancellationToken);
        if (entry is null)
        {
            return noEntry!;
        }

        IReadOnlyList<VersionResponse> versions = await db.Revisions
            .Where(revision => revision.EntryId == entry.Id)
            .OrderByDescending(revision => revision.Version)
            .Select(revision => new VersionResponse(revision.Version, EntryStates.Name(revision.State), revision.RecordedAt, revision.Note))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(versions);
    }
}
