using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;

namespace PfP.Identity.Members.Engagements;

internal static class ListOwnEngagements
{
    public static async Task<Ok<IReadOnlyList<EngagementResponse>>> HandleAsync(Guid entryId, Reader reader, IdentityDbContext db, CancellationToken cancellationToken)
    {
        var own = await db.Engagements.AsNoTracking().Where(engagement => engagement.AskedBy == reader.Id && engagement.EntryId == entryId)
            .OrderByDescending(engagement => engagement.AskedAt).ThenByDescending(engagement => engagement.ThreadId).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<EngagementResponse>>([.. own.Select(engagement => EngagementViews.Of(engagement, reader))]);
    }
}
