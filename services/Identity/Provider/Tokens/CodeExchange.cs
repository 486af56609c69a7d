using PfP.Identity.Accounts.SecurityLog;
using PfP.Identity.Data;
using PfP.Identity.Provider.Authorization;
using PfP.Identity.Provider.Claims;
using PfP.Identity.Provider.Clients;
using PfP.Identity.Provider.Http;
using PfP.Identity.Provider.SigningKeys;

namespace PfP.Identity.Provider.Tokens;

/// <summary>Turns a code into tokens, once: of any number that try at the same time the grant's lock lets one through.</summary>
internal sealed class CodeExchange(
    IdentityDbContext db, LiveGrants grants, TokenIssue tokens, KeyRingReader keys, IMemberClaims members, SecurityLogger log, TimeProvider clock)
{
    public async Task<IResult> RedeemAsync(Client client, Parameters form, CancellationToken cancellationToken)
    {
        if (form["code"] is not { } handle || form["redirect_uri"] is not { } redirectUri || form["code_verifier"] is not { } verifier)
        {
            return OAuthError.InvalidRequest("code, redirect_uri and code_verifier are needed.");
        }

        var ring = await keys.ReadAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var hash = Handle.Hash(handle);
        if (await grants.LockByCodeAsync(hash, cancellationToken) is not { } live || live.Grant.ClientId != client.Id)
        {
            return OAuthError.InvalidGrant("There is no such code.");
        }

        var code = (await db.Codes.FindAsync([hash], cancellationToken))!;
        var answer = live.UsedAt is null
            ? await TryAsync(ring, client, live, code, redirectUri, verifier, cancellationToken)
            : Revoke(live.Grant);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    // Whatever comes of it, the code is used up: a verifier cannot be guessed at.
    private async Task<IResult> TryAsync(
        KeyRing ring, Client client, LiveGrant live, AuthorizationCode code, string redirectUri, string verifier, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        code.UsedAt = now;
        if (code.ExpiresAt <= now || code.RedirectUri != redirectUri || !CodeChallenge.IsMetBy(code.Challenge, verifier) || !live.HoldsAt(now))
        {
            return OAuthError.InvalidGrant("The code is over, or belongs to another request.");
        }

        if (await members.OfAsync(live.Grant.AccountId, cancellationToken) is not { Roles.Count: > 0 } member)
        {
            return OAuthError.InvalidGrant("The membership is not approved.");
        }

        live.Grant.RedeemedAt = now;
        return await tokens.IssueAsync(ring, client, live, member, live.Grant.Scopes, code.Nonce, used: null, cancellationToken);
    }

    // RFC 6749, section 4.1.2: one of the two is a thief, and nobody can say which.
    private OAuthError Revoke(Grant grant)
    {
        if (grant.RevokedAt is null)
        {
            grant.RevokedAt = clock.GetUtcNow();
            log.Add(grant.AccountId, null, SecurityActions.CodeReused);
        }

        return OAuthError.InvalidGrant("The code has been used.");
    }
}
