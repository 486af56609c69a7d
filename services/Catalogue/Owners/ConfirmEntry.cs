using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Owners;

/// <summary>A focal point says that an entry is still right as it stands: a new version with a new date of verification.</summary>
internal static class ConfirmEntry
{
    public static Func<string, IfMatch, Contributor, CatalogueDbContext, EntryPublication, TimeProvider, CancellationToken, Task<Results<Ok<OwnPractice>, NotFound, ProblemHttpResult>>> For(string kind) =>
        (slug, match, contributor, db, publication, clock, cancellationToken) => HandleAsync(kind, slug, match, contributor, db, publication, clock, cancellationToken);

    private static async Task<Results<Ok<OwnPractice>, NotFound, ProblemHttpResult>> HandleAsync(
        string kind, string slug, IfMatch match, Contributor contributor, CatalogueDbContext db, EntryPublication publication, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var entry = await db.LockEntryAsync(contributor.Entity, kind, slug, cancellationToken);
        if (entry is null || !contributor.Owns(entry))
        {
            return TypedResults.NotFound();
        }

        if (entry.Version != match.Version)
        {
            return IfMatch.Outdated(entry.Version);
        }

        var content = await db.ContentOfAsync(entry, cancellationToken);
        var registers = await db.RegistersOfAsync([entry], cancellationToken);
        publication.Publish(entry, SubmissionContent.Verified(entry.Kind, content, clock.GetUtcNow()), content, slug, registers, contributor.Actor);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(await db.ViewAsync(contributor, entry, cancellationToken));
    }
}
