using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Provider.Clients;
using PfP.Identity.Provider.SigningKeys;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Provider.Tokens;

/// <summary>Recognises what this provider has signed when it comes back.</summary>
internal sealed class IssuedTokens(KeyRingReader keys, ClientRegistry clients, TimeProvider clock, IOptions<ProviderOptions> options)
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    public Task<JsonWebToken?> ReadAccessTokenAsync(string token, CancellationToken cancellationToken) =>
        ReadAsync(token, TokenTypes.Access, [options.Value.Issuer, .. clients.Audiences], mayBeOver: false, cancellationToken);

    /// <summary>An ID token as a hint of who was meant: it may be over, but not anything else.</summary>
    public async Task<IdTokenHint?> ReadHintAsync(string token, CancellationToken cancellationToken) =>
        await ReadAsync(token, TokenTypes.Id, clients.Ids, mayBeOver: true, cancellationToken) is { } read
        && clients.Find(read.Audiences.Single()) is { } client
        && Guid.TryParse(read.Subject, out var account)
        && read.TryGetPayloadValue<string>(AccountSessions.SessionClaim, out var sid)
        && Guid.TryParse(sid, out var session)
            ? new(client, account, session)
            : null;

    private async Task<JsonWebToken?> ReadAsync(string token, string type, IEnumerable<string> audiences, bool mayBeOver, CancellationToken cancellationToken)
    {
        var ring = await keys.ReadAsync(cancellationToken);
        var rules = TokenRules.Create(options.Value.Issuer, options.Value.Issuer, [type], clock);
        rules.ValidAudience = null;
        rules.ValidAudiences = audiences;
        rules.ValidateLifetime = !mayBeOver;
        rules.LifetimeValidator = mayBeOver ? null : rules.LifetimeValidator;
        rules.IssuerSigningKeyResolverUsingConfiguration = null;
        rules.IssuerSigningKeyResolver = (_, _, kid, _) => ring.Find(kid) is { } key ? [key.Key] : [];
        var result = await Handler.ValidateTokenAsync(token, rules);
        return result is { IsValid: true, SecurityToken: JsonWebToken read } && !TokenRules.HasCriticalExtension(read) ? read : null;
    }
}

/// <summary>Whom an ID token was given to, and about whom.</summary>
internal sealed record IdTokenHint(Client Client, Guid AccountId, Guid SessionId);
