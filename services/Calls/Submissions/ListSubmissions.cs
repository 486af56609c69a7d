using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Contracts;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Submissions;

internal static class ListSubmissions
{
    private static readonly string[] WithTheOwner = [DraftStates.ChangesRequested, DraftStates.Draft];

    /// <summary>Of the reader's country or organisation: first what waits for them, then what waits for the secretariat, then what is public or done.</summary>
    public static Task<Results<Ok<Page<CallSubmissionSummary>>, ValidationProblem>> OwnAsync(
        [AsParameters] Paging paging, Contributor contributor, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return PageAsync(
            db.Calls.Where(call => call.Owner != null && call.Owner == contributor.Entity),
            calls => calls
                .OrderByDescending(call => WithTheOwner.Contains(call.State) || (call.State == CallStates.Published && call.ClosesAt <= now))
                .ThenByDescending(call => call.State == DraftStates.Submitted)
                .ThenByDescending(call => call.RecordedAt)
                .ThenBy(call => call.Id),
            paging, clock, cancellationToken);
    }

    /// <summary>Of everybody, in one state, where none is named those that wait for the secretariat; what has waited longest comes first.</summary>
    public static async Task<Results<Ok<Page<CallSubmissionSummary>>, ValidationProblem>> QueueAsync(
        [AsParameters] Paging paging, string? state, CallsDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        state ??= DraftStates.Submitted;
        if (!DraftStates.OfTheQueue.Contains(state))
        {
            return Breach.Answer([new Breach("state", $"It is one of {string.Join(", ", DraftStates.OfTheQueue)}.")]);
        }

        return await PageAsync(
            db.Calls.Where(call => call.Owner != null && call.State == state),
            calls => calls.OrderBy(call => call.WaitsSince).ThenBy(call => call.Id),
            paging, clock, cancellationToken);
    }

    private static async Task<Results<Ok<Page<CallSubmissionSummary>>, ValidationProblem>> PageAsync(
        IQueryable<Call> calls, Func<IQueryable<Call>, IQueryable<Call>> order, Paging paging, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var now = clock.GetUtcNow();
        var total = await calls.CountAsync(cancellationToken);
        var shown = await order(calls.AsNoTracking()).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<CallSubmissionSummary>(total, paging.Number, paging.Size, [.. shown.Select(call => call.ListView(now))]));
    }
}
