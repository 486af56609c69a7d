using PfP.Contracts.Search;
using PfP.Notifications.Data;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Digests;

internal sealed class KeepFound(NotificationsDbContext db, TimeProvider clock) : IEventHandler<SavedSearchMatched>
{
    public async Task HandleAsync(SavedSearchMatched message, EventContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.LockFoundAsync(message.MemberId, cancellationToken);
        await db.KeepFoundAsync(message.Entries.Select(entry => ItemOf(entry, message, now)), message.MemberId, cancellationToken);
        await db.PlanDigestAsync(message.MemberId, now, cancellationToken);
    }

    public static FoundItem ItemOf(MatchedEntry entry, SavedSearchMatched matched, DateTimeOffset now) => new()
    {
        MemberId = matched.MemberId,
        Kind = entry.Kind,
        EntryId = entry.Id,
        Path = entry.Url,
        Language = entry.Language,
        Titles = entry.Titles.ToDictionary(),
        Owner = entry.Owner,
        SearchIds = [matched.SearchId],
        SearchNames = [matched.Name],
        FoundAt = now,
    };
}
