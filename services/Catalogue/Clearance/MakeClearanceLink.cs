using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Clearance;

/// <summary>The owner makes a link for those who have to clear a text, or ends it.</summary>
internal static class MakeClearanceLink
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(14);

    public static async Task<Results<Ok<NewClearanceLink>, NotFound, ProblemHttpResult>> MakeAsync(
        Guid id, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await contributor.FindAsync(db, id, cancellationToken) is not { } submission)
        {
            return TypedResults.NotFound();
        }

        if (!contributor.Owns(submission))
        {
            return Contributor.NotTheirs();
        }

        if (!SubmissionStates.Open.Contains(submission.State))
        {
            return Refusals.NotNow(submission);
        }

        var now = clock.GetUtcNow();
        var expiresAt = now + GoodFor;
        var (token, hash) = SecretToken.Create();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // A new one ends the one before.
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into clearance_links (submission_id, hash, expires_at) values ({id}, {hash}, {expiresAt})
            on conflict (submission_id) do update set hash = excluded.hash, expires_at = excluded.expires_at
            """,
            cancellationToken);
        db.Record(submission, contributor, "clearance link made", now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new NewClearanceLink(token, expiresAt));
    }

    public static async Task<Results<NoContent, NotFound, ProblemHttpResult>> EndAsync(
        Guid id, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await contributor.FindAsync(db, id, cancellationToken) is not { } submission)
        {
            return TypedResults.NotFound();
        }

        if (!contributor.Owns(submission))
        {
            return Contributor.NotTheirs();
        }

        await db.ClearanceLinks.Where(link => link.SubmissionId == id).ExecuteDeleteAsync(cancellationToken);
        db.Record(submission, contributor, "clearance link ended", clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
