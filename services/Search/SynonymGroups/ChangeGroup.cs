using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Search.Api;
using PfP.Search.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Search.SynonymGroups;

internal static class ChangeGroup
{
    public static async Task<Results<Ok<SynonymGroupResponse>, NotFound, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Guid id, SynonymGroupRequest request, IfMatch match, Contributor contributor, SearchDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        await using var transaction = await db.TakeTurnAsync(cancellationToken);
        var (group, outdated) = await db.FindAsync(id, match, cancellationToken);
        if (group is null)
        {
            return outdated is null ? TypedResults.NotFound() : outdated;
        }
        var expressions = SynonymRules.Clean(request);
        var others = await db.SynonymGroups.AsNoTracking().Where(other => other.Id != id).ToListAsync(cancellationToken);
        if (SynonymRules.Check(expressions, request.IsOneWay, others) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }
        if (Changes(group, expressions, request.IsOneWay) is { Length: > 0 } fields)
        {
            group.Change(expressions, request.IsOneWay);
            await db.SaveAsync(group, contributor, "synonyms changed", fields, clock, transaction, cancellationToken);
        }
        return TypedResults.Ok(group.View(response));
    }

    private static string[] Changes(SynonymGroup group, string[] expressions, bool isOneWay) =>
        [.. group.Expressions.SequenceEqual(expressions) ? [] : new[] { "expressions" }, .. group.IsOneWay == isOneWay ? [] : new[] { "isOneWay" }];
}
