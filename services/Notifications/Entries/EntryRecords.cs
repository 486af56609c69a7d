using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Notifications.Data;
using PfP.Notifications.Members;

namespace PfP.Notifications.Entries;

/// <summary>Keeps entries as their events tell, in whatever order these come.</summary>
internal static class EntryRecords
{
    /// <summary>Until the transaction ends, nobody else changes the entry or who follows it.</summary>
    public static Task LockEntryAsync(this NotificationsDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"entry/{id}"}, 0))", cancellationToken);

    /// <summary>What a member says about an entry, until the transaction ends: both are held as they are.</summary>
    /// <returns>False for one that is not public, and for who was erased.</returns>
    public static async Task<bool> HoldEntryAsync(this NotificationsDbContext db, Guid entryId, Guid memberId, CancellationToken cancellationToken)
    {
        await db.LockEntryAsync(entryId, cancellationToken);
        return await db.Entries.AnyAsync(entry => entry.Id == entryId && !entry.Withdrawn, cancellationToken) && await db.HoldMemberAsync(memberId, cancellationToken);
    }

    /// <returns>False where this version, or a later one, was known already.</returns>
    public static async Task<bool> KeepEntryAsync(this NotificationsDbContext db, KnownEntry entry, CancellationToken cancellationToken) => await db.Database.ExecuteSqlAsync(
        $"""
        insert into entries (id, version, kind, path, language, titles, owner, withdrawn)
        values ({entry.Id}, {entry.Version}, {entry.Kind}, {entry.Path}, {entry.Language}, {JsonSerializer.Serialize(entry.Titles)}::jsonb, {entry.Owner}, {entry.Withdrawn})
        on conflict (id) do update set
            version = excluded.version, kind = excluded.kind, path = excluded.path, language = excluded.language,
            titles = excluded.titles, owner = excluded.owner, withdrawn = excluded.withdrawn
        where entries.version < excluded.version
        """,
        cancellationToken) > 0;
}
