using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Catalogue.Data;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

/// <summary>Deletes a draft for good. What the secretariat has seen stays.</summary>
internal static class DiscardSubmission
{
    public static async Task<Results<NoContent, NotFound, ProblemHttpResult>> HandleAsync(
        Guid id, IfMatch match, Contributor contributor, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await contributor.FindAsync(db, id, cancellationToken) is not { } submission)
        {
            return TypedResults.NotFound();
        }

        if (SubmissionTurn.Obstacle(Turn.Discard, match, contributor, submission) is { } obstacle)
        {
            return obstacle;
        }

        db.Submissions.Remove(submission);
        db.Record(submission, contributor, "discarded", clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
