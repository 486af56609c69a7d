using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Gateway.Sessions;

/// <summary>Decides which of the provider's signed statements hold: ID tokens and logout tokens.</summary>
internal sealed class ProviderTokens(
    ConfigurationManager<OpenIdConnectConfiguration> configuration, IOptions<OidcOptions> client, IOptions<IssuerOptions> issuer, TimeProvider time)
{
    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";
    private const string LogoutType = "logout+jwt";
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>OpenID Connect Core, sections 3.1.3.7 and 12.2; null for a token that is not to be believed.</summary>
    /// <param name="nonce">What the sign-in asked for; null after a refresh, where there is none.</param>
    public async Task<JsonWebToken?> ReadIdTokenAsync(string? token, string? nonce)
    {
        var read = await ReadAsync(token);
        var holds = read is not null
            && IsPlain(read.Typ)
            && read.TryGetPayloadValue<long>(JwtRegisteredClaimNames.Iat, out _)
            && !string.IsNullOrEmpty(read.Subject)
            && (nonce is null || Text(read, JwtRegisteredClaimNames.Nonce) == nonce)
            && (Text(read, JwtRegisteredClaimNames.Azp) is not { } party ? read.Audiences.Count() == 1 : party == client.Value.ClientId);
        return holds ? read : null;
    }

    /// <summary>OpenID Connect Back-Channel Logout 1.0, section 2.6; null for a token that is not to be obeyed.</summary>
    public async Task<JsonWebToken?> ReadLogoutTokenAsync(string? token)
    {
        var read = await ReadAsync(token);
        var holds = read is not null
            && (IsPlain(read.Typ) || read.Typ.Equals(LogoutType, StringComparison.OrdinalIgnoreCase))
            && read.TryGetPayloadValue<long>(JwtRegisteredClaimNames.Iat, out _)
            && !string.IsNullOrEmpty(read.Id)
            && (!string.IsNullOrEmpty(read.Subject) || !string.IsNullOrEmpty(Text(read, JwtRegisteredClaimNames.Sid)))
            && read.TryGetPayloadValue<JsonElement>("events", out var events)
            && events.ValueKind == JsonValueKind.Object
            && events.TryGetProperty(LogoutEvent, out var logout)
            && logout.ValueKind == JsonValueKind.Object
            && !read.TryGetPayloadValue<object>(JwtRegisteredClaimNames.Nonce, out _);
        return holds ? read : null;
    }

    public static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var text) ? text : null;

    private async Task<JsonWebToken?> ReadAsync(string? token)
    {
        var rules = TokenRules.Create(issuer.Value.Issuer, client.Value.ClientId, types: null, time);
        rules.ConfigurationManager = configuration;
        var result = await Handler.ValidateTokenAsync(token, rules);
        return result is { IsValid: true, SecurityToken: JsonWebToken read } && !TokenRules.HasCriticalExtension(read) ? read : null;
    }

    private static bool IsPlain(string? type) => string.IsNullOrEmpty(type) || type.Equals("JWT", StringComparison.OrdinalIgnoreCase);
}
