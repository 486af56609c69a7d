using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using PfP.Identity.Data;
using PfP.Identity.Provider.Claims;
using PfP.Identity.Provider.Scopes;
using PfP.Identity.Provider.Tokens;

namespace PfP.Identity.Provider.UserInfo;

/// <summary>What the bearer's scopes let a client know of who is signed in. Unlike other services it looks whether the session still holds.</summary>
internal sealed class UserInfo(IdentityDbContext db, IssuedTokens tokens, IMemberClaims members, TimeProvider clock)
{
    public static async Task<IResult> HandleAsync(HttpContext http, UserInfo userInfo, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (token, error) = await BearerToken.ReadAsync(http.Request, cancellationToken);
        if (error is not null)
        {
            return error;
        }

        return token is null
            ? BearerToken.Missing(http)
            : await userInfo.OfAsync(token, cancellationToken) is { } claims ? TypedResults.Json(claims) : BearerToken.Invalid(http);
    }

    private async Task<Dictionary<string, object>?> OfAsync(string token, CancellationToken cancellationToken)
    {
        if (await tokens.ReadAccessTokenAsync(token, cancellationToken) is not { } read
            || TokenId.Grant(read.Id) is not { } id
            || await FindGrantAsync(id, cancellationToken) is not { } grant
            || await members.OfAsync(grant.AccountId, cancellationToken) is not { } member)
        {
            return null;
        }

        var scopes = read.GetPayloadValue<string>("scope").Split(' ');
        var claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = grant.AccountId.ToString() };
        if (scopes.Contains(Scope.Profile))
        {
            member.AddTo(claims);
        }

        if (scopes.Contains(Scope.Email) && await db.Accounts.AsNoTracking().FirstOrDefaultAsync(account => account.Id == grant.AccountId, cancellationToken) is { } account)
        {
            claims[JwtRegisteredClaimNames.Email] = account.Email!;
            claims[JwtRegisteredClaimNames.EmailVerified] = account.EmailConfirmed;
        }

        return claims;
    }

    private Task<Grant?> FindGrantAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.Grants.AsNoTracking().FirstOrDefaultAsync(
            grant => grant.Id == id && grant.RevokedAt == null && grant.ExpiresAt > now
                && db.Sessions.Any(session => session.Id == grant.SessionId && session.EndedAt == null),
            cancellationToken);
    }
}
