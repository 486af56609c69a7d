using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Calls.Data;
using PfP.ServiceDefaults;

namespace PfP.Calls.Submissions;

/// <summary>Deletes a draft for good. What the secretariat has seen stays.</summary>
internal static class DiscardCall
{
    public static async Task<Results<NoContent, NotFound, ProblemHttpResult>> HandleAsync(
        Guid id, IfMatch match, Contributor contributor, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await contributor.FindAsync(db, id, cancellationToken) is not { } call)
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        if (CallTurn.Obstacle(Turn.Discard, match, contributor, call, now) is { } obstacle)
        {
            return obstacle;
        }

        db.Calls.Remove(call);
        db.Record(call, contributor, "discarded", now);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
