using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PfP.Identity.Provider.SigningKeys;

namespace PfP.Identity.Provider.Tokens;

/// <summary>Signs what the provider says.</summary>
internal sealed class TokenWriter(KeyRingReader keys, TimeProvider clock, IOptions<ProviderOptions> options)
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <param name="claims">Beside those that every token has: issuer and times.</param>
    public async Task<string> WriteAsync(string type, TimeSpan lifetime, Dictionary<string, object> claims, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ring = await keys.ReadAsync(cancellationToken);
        claims[JwtRegisteredClaimNames.Iss] = options.Value.Issuer;
        claims[JwtRegisteredClaimNames.Iat] = now.ToUnixTimeSeconds();
        claims[JwtRegisteredClaimNames.Exp] = (now + lifetime).ToUnixTimeSeconds();
        return Handler.CreateToken(new SecurityTokenDescriptor { TokenType = type, Claims = claims, SigningCredentials = ring.SignerAt(now).Credentials });
    }
}
