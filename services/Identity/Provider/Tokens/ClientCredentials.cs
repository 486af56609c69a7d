using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using PfP.Identity.Provider.Clients;
using PfP.Identity.Provider.Http;
using PfP.Identity.Provider.SigningKeys;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Provider.Tokens;

/// <summary>A token for a machine. Its <c>sub</c> is its client id, which no member's can be.</summary>
internal sealed class ClientCredentials(KeyRingReader keys, TokenWriter writer, IOptions<ProviderOptions> options)
{
    public async Task<IResult> IssueAsync(Client client, Parameters form, CancellationToken cancellationToken)
    {
        if (form.Has("scope"))
        {
            return OAuthError.InvalidScope("Scopes are for people; what a machine may do is registered.");
        }

        var lifetime = options.Value.TokenLifetime;
        var token = writer.Write(await keys.ReadAsync(cancellationToken), TokenTypes.Access, lifetime, new()
        {
            [JwtRegisteredClaimNames.Sub] = client.Id,
            [JwtRegisteredClaimNames.Aud] = client.Audience,
            [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString(),
            ["client_id"] = client.Id,
            [MemberPrincipal.RoleClaim] = client.Settings.Roles,
        });
        return new TokenResponse(token, (int)lifetime.TotalSeconds, Scope: null);
    }
}
