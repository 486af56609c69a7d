using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

internal static class GetSubmission
{
    public static async Task<Results<Ok<SubmissionResponse>, NotFound>> HandleAsync(
        Guid id, Contributor contributor, CatalogueDbContext db, HttpResponse response, CancellationToken cancellationToken) =>
        await contributor.FindAsync(db, id, cancellationToken) is { } submission
            ? TypedResults.Ok(await db.ViewAsync(submission, response, cancellationToken))
            : TypedResults.NotFound();
}
