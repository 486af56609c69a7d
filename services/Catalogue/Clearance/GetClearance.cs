using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Clearance;

internal static class GetClearance
{
    /// <summary>The text as it stands now, without its contact; whoever has the link may pass it on.</summary>
    /// <param name="token">In the query, which no trace or log holds.</param>
    public static async Task<Results<Ok<ClearanceText>, NotFound>> HandleAsync(string? token, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (SecretToken.HashOf(token) is not { } hash)
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        var found = await (
            from link in db.ClearanceLinks
            where link.Hash == hash && link.ExpiresAt > now
            join submission in db.Submissions on link.SubmissionId equals submission.Id
            select new { link.ExpiresAt, Submission = submission }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return found is null
            ? TypedResults.NotFound()
            : TypedResults.Ok(new ClearanceText(
                found.Submission.Owner, found.Submission.State, found.Submission.Form with { Contact = null }, found.Submission.ChangedAt, found.ExpiresAt)
            {
                Kind = found.Submission.Kind,
            });
    }
}
