using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;

namespace PfP.Catalogue.Submissions;

internal static class ListOwners
{
    /// <summary>By which the queue can be narrowed: whoever has sent something in.</summary>
    public static async Task<Ok<IReadOnlyList<string>>> HandleAsync(CatalogueDbContext db, CancellationToken cancellationToken) =>
        TypedResults.Ok<IReadOnlyList<string>>(await db.Submissions
            .Where(submission => submission.Owner != Submission.Secretariat && SubmissionStates.OfTheQueue.Contains(submission.State)).Select(submission => submission.Owner).Distinct().OrderBy(owner => owner).ToListAsync(cancellationToken));
}
