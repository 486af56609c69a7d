using Microsoft.EntityFrameworkCore;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Data;

namespace PfP.Identity.Provider.Tokens;

/// <summary>A grant and the session it stands on, both locked until the transaction ends: nobody redeems beside us, and nobody signs out beside us.</summary>
internal sealed record LiveGrant(Grant Grant, AccountSession Session)
{
    public bool HoldsAt(DateTimeOffset now) => Session.EndedAt is null && Grant.HoldsAt(now);
}

/// <summary>Locks the session first and then the grant, as everybody does who needs both.</summary>
internal sealed class LiveGrants(IdentityDbContext db)
{
    public Task<LiveGrant?> LockByCodeAsync(byte[] hash, CancellationToken cancellationToken) => LockAsync(
        db.Codes.Where(code => code.Hash == hash).Select(code => code.GrantId), cancellationToken);

    public Task<LiveGrant?> LockByRefreshTokenAsync(byte[] hash, CancellationToken cancellationToken) => LockAsync(
        db.RefreshTokens.Where(token => token.Hash == hash).Select(token => token.GrantId), cancellationToken);

    private async Task<LiveGrant?> LockAsync(IQueryable<Guid> ids, CancellationToken cancellationToken)
    {
        var id = await ids.SingleOrDefaultAsync(cancellationToken);
        var session = await db.Sessions
            .FromSql($"select s.* from provider.sessions s join provider.grants g on g.session_id = s.id where g.id = {id} for share of s")
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var grant = await db.Grants.FromSql($"select * from provider.grants where id = {id} for update").SingleOrDefaultAsync(cancellationToken);
        return session is not null && grant is not null ? new(grant, session) : null;
    }
}
