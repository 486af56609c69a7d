using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Catalogue.Api;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Data;

namespace PfP.Identity.Members.Engagements;

internal static class EngagementViews
{
    public static EngagementResponse Of(Engagement engagement, Reader reader) => new(
        engagement.ThreadId, engagement.Version, engagement.Kind, engagement.State, engagement.Outcome, engagement.EntryId,
        new EntryLink(engagement.EntryKind, engagement.EntrySlug, engagement.Path, engagement.EntryTitle, engagement.EntryLanguage),
        engagement.AskedBy == reader.Id, engagement.AskedAt)
    {
        Title = engagement.Title,
    };

    /// <summary>By thread; none for what members write to each other.</summary>
    public static async Task<IReadOnlyDictionary<Guid, EngagementResponse>> EngagementsOfAsync(
        this IdentityDbContext db, Guid[] threads, Reader reader, CancellationToken cancellationToken) =>
        (await db.Engagements.AsNoTracking().Where(engagement => threads.Contains(engagement.ThreadId)).ToListAsync(cancellationToken))
            .ToDictionary(engagement => engagement.ThreadId, engagement => Of(engagement, reader));
}
