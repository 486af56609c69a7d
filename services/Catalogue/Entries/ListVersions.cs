using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using VersionsResult = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<System.Collections.Generic.IReadOnlyList<PfP.Contracts.Catalogue.Api.VersionResponse>>,
    Microsoft.AspNetCore.Http.HttpResults.NotFound,
    Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace PfP.Catalogue.Entries;

internal static class ListVersions
{
    public static Func<string, CatalogueDbContext, CancellationToken, Task<VersionsResult>> For(string kind) =>
        (slug, db, cancellationToken) => HandleAsync(kind, slug, db, cancellationToken);

    private static async Task<VersionsResult> HandleAsync(string kind, string slug, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Entries.AsNoTracking().FirstOrDefaultAsync(entry => entry.Kind == kind && entry.Slug == slug, cancellationToken) is not { } entry)
        {
            return TypedResults.NotFound();
        }

        if (entry.State == EntryState.Merged)
        {
            return await GoneEntries.MovedAsync(db, entry, "/versions", cancellationToken);
        }

        if (entry.State == EntryState.Withdrawn)
        {
            return GoneEntries.Gone(entry);
        }

        IReadOnlyList<VersionResponse> versions = await db.Revisions
            .Where(revision => revision.EntryId == entry.Id)
            .OrderByDescending(revision => revision.Version)
            .Select(revision => new VersionResponse(revision.Version, EntryStates.Name(revision.State), revision.RecordedAt, revision.Note))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(versions);
    }
}
