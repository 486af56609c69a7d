using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Calls;
using PfP.Notifications.Data;
using PfP.Notifications.Members;

namespace PfP.Notifications.Calls;

/// <summary>Keeps calls as their events tell, in whatever order these come.</summary>
internal static class CallRecords
{
    /// <summary>
    /// Until the transaction ends, nobody else changes the call, who follows it or what is told of it. Also where there is no row to lock yet:
    /// else news and the call could pass each other, and nobody would hear of them.
    /// </summary>
    public static Task LockCallAsync(this NotificationsDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"call/{id}"}, 0))", cancellationToken);

    /// <summary>What a member says about a call, until the transaction ends: both are held as they are.</summary>
    /// <returns>Null for an unknown call, and for who was erased.</returns>
    public static async Task<KnownCall?> HoldCallAsync(this NotificationsDbContext db, Guid callId, Guid memberId, CancellationToken cancellationToken)
    {
        await db.LockCallAsync(callId, cancellationToken);
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(row => row.Id == callId, cancellationToken);
        return call is not null && await db.HoldMemberAsync(memberId, cancellationToken) ? call : null;
    }

    /// <summary>Keeps news that are told to some right away, and to nobody else; there they find which call it is about.</summary>
    public static Task KeepToldAsync(this NotificationsDbContext db, CallNews news, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into call_news (id, call_id, version, change, at, told) values ({news.Id}, {news.CallId}, {news.Version}, {news.Change}, {news.At}, {news.Told})
            on conflict (id) do nothing
            """,
            cancellationToken);

    /// <returns>The call as it is now; null where a later version was known already.</returns>
    public static async Task<KnownCall?> KeepCallAsync(this NotificationsDbContext db, CallPublished published, CancellationToken cancellationToken)
    {
        var call = await db.Calls.SingleOrDefaultAsync(row => row.Id == published.CallId, cancellationToken);
        if (call is null)
        {
            db.Calls.Add(call = KnownCall.From(published));
        }
        else if (call.Version < published.Version)
        {
            call.Apply(published);
        }

        await db.SaveChangesAsync(cancellationToken);
        return call.Version == published.Version ? call : null;
    }
}
