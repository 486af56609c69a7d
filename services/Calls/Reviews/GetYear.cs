using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;
using PfP.ServiceDefaults.Input;
using PfP.ServiceDefaults.Reports;

namespace PfP.Calls.Reviews;

/// <summary>A year of calls and replies in numbers, for the secretariat's review. Calls are counted as their public list finds them.</summary>
internal static class GetYear
{
    public static void MapYears(this IEndpointRouteBuilder app) => app.MapGet("/api/calls/years/{year:int}", HandleAsync)
        .WithTags("review").RequireAuthorization(Policies.Moderator).WithNoStore()
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
        .WithSummary("How many calls opened, closed and came to an outcome in a year, and how many replies came, by country and theme.");

    private static async Task<Results<Ok<CallsYear>, ValidationProblem>> HandleAsync(int year, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!CalendarYear.Exists(year))
        {
            return Breach.Answer([new Breach("year", CalendarYear.Rule)]);
        }

        var now = clock.GetUtcNow();
        var replies = await RepliesAsync(db, new(year), cancellationToken);
        return TypedResults.Ok(new CallsYear(
            year,
            await FirstAsync(db, cancellationToken),
            await CountAsync(db, new() { OpenedIn = year }, now, cancellationToken),
            await CountAsync(db, new() { ClosedIn = year }, now, cancellationToken),
            await CountAsync(db, new() { OutcomeIn = year }, now, cancellationToken),
            replies,
            replies.ByCountry.Count));
    }

    private static async Task<YearFigure> CountAsync(CallsDbContext db, CallFilter filter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var calls = await filter.Apply(db.PublicCalls, now).Select(call => new { call.Countries, call.CountriesWanted, call.Themes }).ToListAsync(cancellationToken);
        return calls.ConvertAll(call => new Counted(call.Countries.Concat(call.CountriesWanted), call.Themes)).ToFigure();
    }

    // What a guest has not confirmed is no reply yet, and one that was taken back is none any more.
    private static async Task<YearFigure> RepliesAsync(CallsDbContext db, CalendarYear year, CancellationToken cancellationToken)
    {
        var replies = await (
            from reply in db.Replies
            where reply.ConfirmedAt >= year.Start && reply.ConfirmedAt < year.End
            join call in db.Calls on reply.CallId equals call.Id
            select new { reply.Country, call.Themes }).ToListAsync(cancellationToken);
        return replies.ConvertAll(reply => new Counted(reply.Country is { } country ? [country] : [], reply.Themes)).ToFigure();
    }

    private static async Task<int?> FirstAsync(CallsDbContext db, CancellationToken cancellationToken) =>
        (await db.PublicCalls.MinAsync(call => call.OpensAt ?? call.PublishedAt ?? call.ClosesAt, cancellationToken))?.UtcDateTime.Year;
}
