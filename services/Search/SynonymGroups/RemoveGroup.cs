using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Search.Data;
using PfP.ServiceDefaults;

namespace PfP.Search.SynonymGroups;

internal static class RemoveGroup
{
    public static async Task<Results<NoContent, NotFound, ProblemHttpResult>> HandleAsync(
        Guid id, IfMatch match, Contributor contributor, SearchDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var transaction = await db.TakeTurnAsync(cancellationToken);
        var (group, outdated) = await db.FindAsync(id, match, cancellationToken);
        if (group is null)
        {
            return outdated is null ? TypedResults.NotFound() : outdated;
        }
        db.SynonymGroups.Remove(group);
        await db.SaveAsync(group, contributor, "synonyms removed", [], clock, transaction, cancellationToken);
        return TypedResults.NoContent();
    }
}
