using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Data;
using PfP.Notifications.Members;

namespace PfP.Notifications.Digests;

/// <summary>Keeps what is new for members, each thing once.</summary>
internal static class FoundItems
{
    /// <summary>
    /// Until the transaction ends, nobody else plans, composes or forgets what is new for the member. Comes before every lock of the member itself.
    /// </summary>
    public static Task LockFoundAsync(this NotificationsDbContext db, Guid memberId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"found/{memberId}"}, 0))", cancellationToken);

    /// <summary>Under the lock, where erasing waits too. Nothing is kept of who was erased.</summary>
    public static async Task KeepFoundAsync(this NotificationsDbContext db, IEnumerable<FoundItem> items, Guid memberId, CancellationToken cancellationToken)
    {
        if (await db.Members.AnyAsync(member => member.Id == memberId && member.State == MemberStates.Erased, cancellationToken))
        {
            return;
        }

        foreach (var item in items)
        {
            await db.KeepFoundAsync(item, cancellationToken);
        }
    }

    public static async Task ForgetFoundAsync(this NotificationsDbContext db, Guid memberId, CancellationToken cancellationToken)
    {
        await db.FoundItems.Where(item => item.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.Digests.Where(digest => digest.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
    }

    // Another search that found it too is another reason, as long as no mail says the first.
    private static Task<int> KeepFoundAsync(this NotificationsDbContext db, FoundItem item, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        insert into found_items (member_id, kind, entry_id, version, path, language, titles, owner, search_ids, search_names, found_at)
        values ({item.MemberId}, {item.Kind}, {item.EntryId}, {item.Version}, {item.Path}, {item.Language}, {JsonSerializer.Serialize(item.Titles)}::jsonb,
            {item.Owner}, {item.SearchIds}, {item.SearchNames}, {item.FoundAt.ToUniversalTime()})
        on conflict (member_id, kind, entry_id, version) do update
            set search_ids = found_items.search_ids || excluded.search_ids, search_names = found_items.search_names || excluded.search_names
            where found_items.digest_id is null and not found_items.search_ids && excluded.search_ids
        """,
        cancellationToken);
}
