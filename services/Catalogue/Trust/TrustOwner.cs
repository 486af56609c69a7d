using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Trust;

/// <summary>The secretariat trusts a country or organisation, or does so no longer. A moderator who acts for one does not decide about that one.</summary>
internal static class TrustOwner
{
    private const string OneIndex = "trusted_owners_one";

    public static async Task<Ok<IReadOnlyList<TrustedOwnerResponse>>> ListAsync(CatalogueDbContext db, CancellationToken cancellationToken) =>
        TypedResults.Ok<IReadOnlyList<TrustedOwnerResponse>>(
            await db.TrustedOwners.Current().OrderBy(trusted => trusted.Owner).Select(trusted => new TrustedOwnerResponse(trusted.Owner, trusted.Since)).ToListAsync(cancellationToken));

    public static async Task<Results<NoContent, ValidationProblem>> TrustAsync(
        string owner, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.CheckOwnerAsync(owner, contributor, cancellationToken) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches.Select(breach => breach with { Field = "owner" }));
        }

        if (!await db.TrustedOwners.Current().AnyAsync(trusted => trusted.Owner == owner, cancellationToken))
        {
            var trusted = new TrustedOwner(Guid.CreateVersion7(), owner, clock.GetUtcNow());
            db.TrustedOwners.Add(trusted);
            db.Audit.Add(Record(trusted, contributor, "trusted", trusted.Since));
            // Where a colleague does the same at this moment, it is done.
            await db.TryCreateAsync(OneIndex, cancellationToken);
        }

        return TypedResults.NoContent();
    }

    public static async Task<Results<NoContent, NotFound, ProblemHttpResult>> EndAsync(
        string owner, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (owner == contributor.Entity)
        {
            return TypedResults.Problem("It is your own.", statusCode: StatusCodes.Status403Forbidden);
        }

        if (await db.TrustedOwners.Current().FirstOrDefaultAsync(trusted => trusted.Owner == owner, cancellationToken) is not { } trusted)
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        trusted.End(now);
        db.Audit.Add(Record(trusted, contributor, "trust ended", now));
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static AuditRecord Record(TrustedOwner trusted, Contributor contributor, string action, DateTimeOffset at) =>
        new(at, contributor.Actor, action, "trust", trusted.Id, 1, []);
}
