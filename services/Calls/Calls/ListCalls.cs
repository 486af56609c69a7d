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
    public static async Task<Results<Ok<Page<CallSummary>>, ValidationProblem>> HandleAsync(
        [AsParameters] CallFilter filter, [AsParameters] PagingInLanguage paging, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = filter.Errors().Concat(paging.Errors()).ToDictionary();
        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var now = clock.GetUtcNow();
        var calls = filter.Apply(db.Calls.AsNoTracking().Where(call => call.Slug != null), now);
        var total = await calls.CountAsync(cancellationToken);
        var page = await Sort(calls, now).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        var language = AskedLanguage.OrEnglish(paging.Language);
        return TypedResults.Ok(new Page<CallSummary>(total, paging.Number, paging.Size, [.. page.Select(call => CallResponses.Summary(call, language, now))]));
    }

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
