using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using PfP.Identity.Provider.Claims;
using PfP.Identity.Provider.Clients;
using PfP.Identity.Provider.Scopes;
using PfP.Identity.Provider.SigningKeys;

namespace PfP.Identity.Provider.Tokens;

/// <summary>Makes the tokens of a grant. The refresh token is saved in the transaction of the caller.</summary>
internal sealed class TokenIssue(RefreshTokens refreshTokens, TokenWriter writer, IOptions<ProviderOptions> options)
{
    private readonly TimeSpan lifetime = options.Value.TokenLifetime;

    /// <param name="scopes">Those of the grant, or fewer where a refresh asked for fewer.</param>
    /// <param name="used">The hash of the refresh token that is used up.</param>
    public async Task<TokenResponse> IssueAsync(
        KeyRing keys, Client client, LiveGrant live, MemberClaims member, IReadOnlyList<string> scopes, string? nonce, byte[]? used,
        CancellationToken cancellationToken)
    {
        var scope = string.Join(' ', scopes);
        return new(
            writer.Write(keys, TokenTypes.Access, lifetime, AccessClaims(client, live.Grant, member, scope)),
            (int)lifetime.TotalSeconds,
            scope,
            live.Grant.Scopes.Contains(Scope.OfflineAccess) && client.Grants.Contains(GrantTypes.RefreshToken)
                ? await refreshTokens.CreateAsync(live.Grant, used, cancellationToken) : null,
            scopes.Contains(Scope.OpenId) ? writer.Write(keys, TokenTypes.Id, lifetime, IdClaims(client, live, nonce)) : null);
    }

    private static Dictionary<string, object> AccessClaims(Client client, Grant grant, MemberClaims member, string scope)
    {
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = grant.AccountId.ToString(),
            [JwtRegisteredClaimNames.Aud] = client.Audience,
            [JwtRegisteredClaimNames.Jti] = TokenId.Of(grant.Id),
            [JwtRegisteredClaimNames.Sid] = grant.SessionId.ToString(),
            ["client_id"] = client.Id,
            ["scope"] = scope,
        };
        member.AddTo(claims);
        return claims;
    }

    private static Dictionary<string, object> IdClaims(Client client, LiveGrant live, string? nonce)
    {
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = live.Grant.AccountId.ToString(),
            [JwtRegisteredClaimNames.Aud] = client.Id,
            [JwtRegisteredClaimNames.Sid] = live.Grant.SessionId.ToString(),
            [JwtRegisteredClaimNames.AuthTime] = live.Session.StartedAt.ToUnixTimeSeconds(),
            [JwtRegisteredClaimNames.Amr] = live.Session.Methods,
        };
        if (nonce is not null)
        {
            claims[JwtRegisteredClaimNames.Nonce] = nonce;
        }

        return claims;
    }
}
