using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Contracts;
using PfP.Contracts.Calls.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Replies;

/// <summary>The replies to a call, for the members of its owner; not for the secretariat either, which sees how many there are.</summary>
internal static class ReceivedReplies
{
    public static async Task<Results<Ok<Page<ReceivedReply>>, ValidationProblem, NotFound>> ListAsync(
        Guid id, string? sort, [AsParameters] Paging paging, Contributor contributor, CallsDbContext db, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        sort ??= ReplyOrders.Newest;
        if (!ReplyOrders.All.Contains(sort))
        {
            return Breach.Answer([new Breach("sort", $"It is one of {string.Join(", ", ReplyOrders.All)}.")]);
        }

        if (!await contributor.CallsAsync(id, db, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        var replies = To(id, db);
        var total = await replies.CountAsync(cancellationToken);
        var shown = await Sort(replies, sort).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<ReceivedReply>(total, paging.Number, paging.Size, [.. shown.Select(ReplyViews.Received)]));
    }

    public static async Task<Results<FileContentHttpResult, NotFound>> FileAsync(
        Guid id, Contributor contributor, CallsDbContext db, CancellationToken cancellationToken)
    {
        if (!await contributor.CallsAsync(id, db, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        var replies = await Sort(To(id, db), ReplyOrders.Newest).ToListAsync(cancellationToken);
        return ReplyFile.Of(replies);
    }

    /// <summary>Whether the call is theirs. To anybody else its replies are not there.</summary>
    public static Task<bool> CallsAsync(this Contributor contributor, Guid id, CallsDbContext db, CancellationToken cancellationToken)
    {
        var entity = contributor.Entity;
        return db.Calls.AnyAsync(call => call.Id == id && call.Owner != null && call.Owner == entity, cancellationToken);
    }

    /// <summary>What a guest has not confirmed is not among them.</summary>
    public static IQueryable<Reply> To(Guid callId, CallsDbContext db) => db.Replies.Where(reply => reply.CallId == callId && reply.ConfirmedAt != null);

    private static IOrderedQueryable<Reply> Sort(IQueryable<Reply> replies, string sort) => (sort switch
    {
        ReplyOrders.Offer => replies.AsNoTracking().OrderBy(reply => reply.Offers[0]).ThenByDescending(reply => reply.SentAt),
        ReplyOrders.Country => replies.AsNoTracking().OrderBy(reply => reply.Country == null).ThenBy(reply => reply.Country).ThenByDescending(reply => reply.SentAt),
        _ => replies.AsNoTracking().OrderByDescending(reply => reply.SentAt),
    }).ThenBy(reply => reply.Id);
}
