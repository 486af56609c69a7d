using Microsoft.EntityFrameworkCore;
using PfP.Identity.Data;

namespace PfP.Identity.Provider.Logout;

/// <summary>
/// What follows when sessions end: their grants are worth nothing from then on, because each use looks at the session, and the clients that
/// got tokens are told. The notices are written in the transaction that ends the sessions, so none is lost.
/// </summary>
internal sealed class SessionEnd(IdentityDbContext db)
{
    /// <summary>Must come after the sessions were ended, in a statement of its own: only then does it see what was redeemed just before.</summary>
    public Task AnnounceAsync(IReadOnlyCollection<Guid> sessions, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into provider.logout_notices (id, client_id, account_id, session_id, created_at, attempts, next_attempt_at)
            select gen_random_uuid(), client_id, account_id, session_id, {now}, 0, {now} from provider.grants
            where session_id = any({sessions.ToArray()}) and redeemed_at is not null group by client_id, account_id, session_id
            """,
            cancellationToken);
    }
}
