using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PfP.ServiceDefaults.Authentication;

/// <summary>What every token has to fulfil, whatever it is for.</summary>
public static class TokenRules
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>Signed with RS256 by the issuer for this audience, of that type, and valid now.</summary>
    public static TokenValidationParameters Create(string issuer, string audience, string[]? types, TimeProvider time) => new()
    {
        ValidIssuer = issuer,
        ValidAudience = audience,
        ValidTypes = types,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        TryAllIssuerSigningKeys = false,
        IssuerSigningKeyResolverUsingConfiguration = (_, _, kid, _, configuration) => FindKey(kid, configuration),
        LifetimeValidator = (notBefore, expires, _, _) => IsWithin(notBefore, expires, time.GetUtcNow().UtcDateTime),
        NameClaimType = MemberPrincipal.NameClaim,
        RoleClaimType = MemberPrincipal.RoleClaim,
    };

    /// <summary>RFC 7515: whoever does not understand an extension that is marked as critical has to refuse the token. We know none.</summary>
    public static bool HasCriticalExtension(SecurityToken token) => token is JsonWebToken jwt && jwt.TryGetHeaderValue<object>("crit", out _);

    // A key is found by its id alone. A token that names none is taken where there is no choice, and refused where there is.
    private static IEnumerable<SecurityKey> FindKey(string? kid, BaseConfiguration configuration) =>
        string.IsNullOrEmpty(kid)
            ? configuration.SigningKeys.Count == 1 ? configuration.SigningKeys : []
            : configuration.SigningKeys.Where(key => key.KeyId == kid);

    private static bool IsWithin(DateTime? notBefore, DateTime? expires, DateTime now) =>
        expires is not null && now < expires + Skew && (notBefore is null || notBefore <= now + Skew);
}
