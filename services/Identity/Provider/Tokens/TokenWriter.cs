using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PfP.Identity.Provider.SigningKeys;

namespace PfP.Identity.Provider.Tokens;

/// <summary>Signs what the provider says.</summary>
internal sealed class TokenWriter(TimeProvider clock, IOptions<ProviderOptions> options)
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <param name="keys">Read before a transaction begins: inside it, the connection that reading may need could be the one too many.</param>
    /// <param name="claims">Beside those that every token has: issuer and times.</param>
    public string Write(KeyRing keys, string type, TimeSpan lifetime, Dictionary<string, object> claims)
    {
        var now = clock.GetUtcNow();
        claims[JwtRegisteredClaimNames.Iss] = options.Value.Issuer;
        claims[JwtRegisteredClaimNames.Iat] = now.ToUnixTimeSeconds();
        claims[JwtRegisteredClaimNames.Exp] = (now + lifetime).ToUnixTimeSeconds();
        return Handler.CreateToken(new SecurityTokenDescriptor { TokenType = type, Claims = claims, SigningCredentials = keys.SignerAt(now).Credentials });
    }
}
