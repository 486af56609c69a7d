using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Data;
using PfP.Identity.Provider.Claims;
using PfP.Identity.Provider.Clients;
using PfP.Identity.Provider.Http;
using PfP.Identity.Provider.SigningKeys;

namespace PfP.Identity.Provider.Tokens;

/// <summary>
/// Exchanges a refresh token for the next. One that comes a second time was copied: the grant ends, for the thief and for the client,
/// also when both came at once. A client that may call in parallel has to take turns, as the gateway does.
/// </summary>
internal sealed class Refresh(
    IdentityDbContext db, LiveGrants grants, TokenIssue tokens, KeyRingReader keys, IMemberClaims members, SecurityLogger log, TimeProvider clock)
{
    public async Task<IResult> UseAsync(Client client, Parameters form, CancellationToken cancellationToken)
    {
        if (form["refresh_token"] is not { } handle)
        {
            return OAuthError.InvalidRequest("refresh_token is missing.");
        }

        var ring = await keys.ReadAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var hash = Handle.Hash(handle);
        if (await grants.LockByRefreshTokenAsync(hash, cancellationToken) is not { } live || live.Grant.ClientId != client.Id)
        {
            return OAuthError.InvalidGrant("There is no such refresh token.");
        }

        var scopes = form.Has("scope") ? form.List("scope") : live.Grant.Scopes;
        if (scopes.Except(live.Grant.Scopes).Any())
        {
            return OAuthError.InvalidScope("The grant has no such scope.");
        }

        var answer = live.UsedAt is null ? await TryAsync(ring, client, live, hash, scopes, cancellationToken) : await RevokeAsync(live.Grant, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    private async Task<IResult> TryAsync(
        KeyRing ring, Client client, LiveGrant live, byte[] used, string[] scopes, CancellationToken cancellationToken)
    {
        if (!live.HoldsAt(clock.GetUtcNow()))
        {
            return OAuthError.InvalidGrant("The session or the grant is over.");
        }

        if (await members.OfAsync(live.Grant.AccountId, cancellationToken) is not { Roles.Count: > 0 } member)
        {
            return OAuthError.InvalidGrant("The membership is not approved.");
        }

        return await tokens.IssueAsync(ring, client, live, member, scopes, nonce: null, used, cancellationToken);
    }

    private async Task<OAuthError> RevokeAsync(Grant grant, CancellationToken cancellationToken)
    {
        if (grant.RevokedAt is null)
        {
            grant.RevokedAt = clock.GetUtcNow();
            log.Add(grant.AccountId, null, SecurityActions.RefreshTokenReused);
            await db.SaveChangesAsync(cancellationToken);
        }

        return OAuthError.InvalidGrant("The refresh token has been used.");
    }
}
