using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;
using PfP.ServiceDefaults;

namespace PfP.Identity.Members.Introductions;

internal static class ListIntroductions
{
    private const string Incoming = "incoming";
    private const string Outgoing = "outgoing";
    private static readonly string[] States = [Introduction.Open, IntroductionAnswers.Accepted, IntroductionAnswers.Declined, IntroductionAnswers.Withdrawn];

    /// <param name="direction">incoming or outgoing; both where it is left out.</param>
    /// <param name="state">open, accepted, declined or withdrawn; all where it is left out.</param>
    public static async Task<Results<Ok<Page<IntroductionResponse>>, ValidationProblem>> HandleAsync(
        string? direction, string? state, [AsParameters] Paging paging, Reader reader, IdentityDbContext db, CancellationToken cancellationToken)
    {
        var errors = paging.Errors();
        if (direction is not (null or Incoming or Outgoing))
        {
            errors["direction"] = [$"direction must be {Incoming} or {Outgoing}."];
        }

        if (state is not null && !States.Contains(state))
        {
            errors["state"] = [$"state must be one of {string.Join(", ", States)}."];
        }

        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var own = db.Introductions.AsNoTracking().Of(reader.Id)
            .Where(introduction => direction == null || (direction == Incoming ? introduction.ToId : introduction.FromId) == reader.Id)
            .Where(introduction => state == null || introduction.State == state);
        var total = await own.CountAsync(cancellationToken);
        var page = await own.OrderByDescending(introduction => introduction.AskedAt).ThenByDescending(introduction => introduction.Id)
            .Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        var names = await db.NamesAsync(page.SelectMany(introduction => new[] { introduction.FromId, introduction.ToId }), cancellationToken);
        return TypedResults.Ok(new Page<IntroductionResponse>(
            total, paging.Number, paging.Size, [.. page.Select(introduction => IntroductionViews.Of(introduction, reader, names))]));
    }
}
