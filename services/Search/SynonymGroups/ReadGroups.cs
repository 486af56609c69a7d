using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts;
using PfP.Contracts.Search.Api;
using PfP.Search.Data;
using PfP.ServiceDefaults;

namespace PfP.Search.SynonymGroups;

internal static class ReadGroups
{
    public static async Task<Results<Ok<Page<SynonymGroupResponse>>, ValidationProblem>> PageAsync([AsParameters] Paging paging, SearchDbContext db, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }
        var groups = db.SynonymGroups.AsNoTracking();
        var total = await groups.CountAsync(cancellationToken);
        var shown = await groups.OrderBy(group => EF.Functions.Collate(group.Expressions[0], "und-x-icu")).ThenBy(group => group.Id).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<SynonymGroupResponse>(total, paging.Number, paging.Size, [.. shown.Select(group => group.ToResponse())]));
    }

    public static async Task<Results<Ok<SynonymGroupResponse>, NotFound>> OneAsync(Guid id, SearchDbContext db, HttpResponse response, CancellationToken cancellationToken) =>
        await db.SynonymGroups.AsNoTracking().FirstOrDefaultAsync(group => group.Id == id, cancellationToken) is { } group
            ? TypedResults.Ok(group.View(response))
            : TypedResults.NotFound();
}
