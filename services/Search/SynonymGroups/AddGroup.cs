using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Search.Api;
using PfP.Search.Data;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Search.SynonymGroups;

internal static class AddGroup
{
    public static async Task<Results<Created<SynonymGroupResponse>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        SynonymGroupRequest request, IdempotencyKey key, Contributor contributor, SearchDbContext db, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        await using var transaction = await db.TakeTurnAsync(cancellationToken);
        var groups = await db.SynonymGroups.AsNoTracking().ToListAsync(cancellationToken);
        if (groups.Find(made => key.Value is not null && made.CreatedBy == contributor.Id && made.IdempotencyKey == key.Value) is { } known)
        {
            return Answer(known, response);
        }
        var expressions = SynonymRules.Clean(request);
        if (SynonymRules.Check(expressions, request.IsOneWay, groups) is { Count: > 0 } breaches)
        {
            return Breach.Answer(breaches);
        }
        if (groups.Count >= SynonymLimits.MostGroups)
        {
            return TypedResults.Problem($"There are {SynonymLimits.MostGroups} groups, which is as many as there can be. Remove another one first.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }
        var group = SynonymGroup.Of(expressions, request.IsOneWay, contributor.Id, key.Value, clock.GetUtcNow());
        db.SynonymGroups.Add(group);
        await db.SaveAsync(group, contributor, "synonyms added", ["expressions", "isOneWay"], clock, transaction, cancellationToken);
        return Answer(group, response);
    }

    private static Created<SynonymGroupResponse> Answer(SynonymGroup group, HttpResponse response) =>
        TypedResults.Created($"{SynonymGroupsApi.Path}/{group.Id}", group.View(response));
}
