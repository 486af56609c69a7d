using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;

namespace PfP.Identity.Members.Engagements;

internal static class CountEngagements
{
    /// <summary>For everybody, and so nothing but numbers. Several of a country that want to adapt are one; who acts for none counts alone.</summary>
    public static async Task<Ok<EngagementCounts>> HandleAsync(Guid entryId, IdentityDbContext db, CancellationToken cancellationToken)
    {
        var kinds = await db.Engagements.Where(engagement => engagement.EntryId == entryId)
            .GroupBy(engagement => engagement.Kind).Select(kind => new { kind.Key, Count = kind.Count() })
            .ToDictionaryAsync(kind => kind.Key, kind => kind.Count, cancellationToken);
        var adapting = await db.Engagements.Where(engagement => engagement.EntryId == entryId && engagement.Kind == EngagementKinds.Adapt)
            .Select(engagement => db.Members.Where(member => member.Id == engagement.AskedBy).Select(member => member.Entity).FirstOrDefault() ?? engagement.ThreadId.ToString())
            .Distinct().CountAsync(cancellationToken);
        return TypedResults.Ok(new EngagementCounts(kinds.GetValueOrDefault(EngagementKinds.Ask), kinds.GetValueOrDefault(EngagementKinds.Offer), adapting));
    }
}
