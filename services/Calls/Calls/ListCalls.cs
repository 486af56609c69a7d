using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Contracts;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;

namespace PfP.Calls.Calls;

internal static class ListCalls
{
    private const string ByChange = "changed";

    public static async Task<Results<Ok<Page<CallSummary>>, ValidationProblem>> HandleAsync(
        [AsParameters] CallFilter filter, [AsParameters] PagingInLanguage paging, string? sort, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = filter.Errors().Concat(paging.Errors()).ToDictionary();
        if (sort is not (null or ByChange))
        {
            errors["sort"] = [$"It is {ByChange}, or left out."];
        }

        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var now = clock.GetUtcNow();
        var calls = filter.Apply(db.PublicCalls, now);
        var total = await calls.CountAsync(cancellationToken);
        var page = await (sort == ByChange ? LatestChangeFirst(calls) : Sort(calls, now)).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        var language = AskedLanguage.OrEnglish(paging.Language);
        return TypedResults.Ok(new Page<CallSummary>(total, paging.Number, paging.Size, [.. page.Select(call => CallResponses.Summary(call, language, now))]));
    }

    /// <summary>With what happened; records of the archive, to which nothing does, come last.</summary>
    private static IOrderedQueryable<Call> LatestChangeFirst(IQueryable<Call> calls) => calls
        .Include(call => call.Steps.OrderBy(step => step.At).ThenBy(step => step.Id))
        .OrderBy(call => call.PublishedAt == null).ThenByDescending(call => call.WaitsSince).ThenBy(call => call.Id);

    /// <summary>What can still be replied to comes first, and what closes first before that; what is over comes with the newest first.</summary>
    private static IOrderedQueryable<Call> Sort(IQueryable<Call> calls, DateTimeOffset now) => calls
        .OrderBy(call =>
            call.State == CallStates.Archived ? 4
            : call.State != CallStates.Published || call.ClosesAt <= now ? 3
            : call.OpensAt > now ? 2
            : call.ClosesAt == null ? 1
            : 0)
        .ThenBy(call => call.State == CallStates.Published && call.ClosesAt > now ? call.ClosesAt : null)
        .ThenByDescending(call => call.ClosesAt)
        .ThenBy(call => call.Title)
        .ThenBy(call => call.Id);
}
