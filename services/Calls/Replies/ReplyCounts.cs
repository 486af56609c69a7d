using Microsoft.EntityFrameworkCore;
using PfP.Calls.Data;
using PfP.Contracts.Calls.Api;

namespace PfP.Calls.Replies;

internal static class ReplyCounts
{
    /// <summary>Adds what is public of the replies. It is counted when it is asked for, so that what is erased is not counted on.</summary>
    public static async Task<CallResponse> WithRepliesAsync(this CallsDbContext db, CallResponse response, CancellationToken cancellationToken)
    {
        var replies = ReceivedReplies.To(response.Summary.Id, db);
        return response with
        {
            Replies = await replies.CountAsync(cancellationToken),
            RepliedFrom = await replies.Where(reply => reply.NamesCountry && reply.Country != null).Select(reply => reply.Country!).Distinct().Order().ToListAsync(cancellationToken),
        };
    }
}
