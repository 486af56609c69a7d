using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Owners;

/// <summary>A focal point says that their country or organisation answers for an entry that names it. What is public stays as it is.</summary>
internal static class AdoptEntry
{
    public static Func<string, Contributor, CatalogueDbContext, TimeProvider, CancellationToken, Task<Results<Ok<OwnPractice>, NotFound>>> For(string kind) =>
        (slug, contributor, db, clock, cancellationToken) => HandleAsync(kind, slug, contributor, db, clock, cancellationToken);

    private static async Task<Results<Ok<OwnPractice>, NotFound>> HandleAsync(
        string kind, string slug, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockEntryAsync(contributor.Entity, kind, slug, cancellationToken) is not { } entry)
        {
            return TypedResults.NotFound();
        }

        if (!contributor.Owns(entry))
        {
            entry.BelongTo(EntityKeys.Country(contributor.Entity), EntityKeys.Organisation(contributor.Entity));
            db.Audit.Add(new AuditRecord(clock.GetUtcNow(), contributor.Actor, "adopted", entry.Kind, entry.Id, entry.Version, ["owner"]));
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(await db.ViewAsync(contributor, entry, cancellationToken));
    }
}
