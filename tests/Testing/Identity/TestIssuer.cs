using Microsoft.AspNetCore.Builder;
using PfP.Testing.Servers;

namespace PfP.Testing.Identity;

/// <summary>
/// A provider in this process: keys of its own, discovery and JWKS over HTTP, so that a service under test validates for real.
/// Give its <see cref="Address"/> to the service as <c>Authentication:Issuer</c>.
/// </summary>
public sealed class TestIssuer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int keyReads;

    private TestIssuer(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>The keys that are published; tokens are signed with the last.</summary>
    public IList<TestKey> Keys { get; } = [TestKey.Create()];

    /// <summary>How often the keys were asked for.</summary>
    public int KeyReads => keyReads;

    /// <summary>What the discovery document says besides, or instead.</summary>
    public Dictionary<string, object> Metadata { get; } = [];

    /// <param name="map">More endpoints than discovery and keys.</param>
    public static async Task<TestIssuer> StartAsync(Action<TestIssuer, WebApplication>? map = null)
    {
        var app = LocalSite.Build();
        var issuer = new TestIssuer(app);
        app.MapGet("/.well-known/openid-configuration", () => issuer.Discovery());
        app.MapGet("/connect/jwks", () =>
        {
            Interlocked.Increment(ref issuer.keyReads);
            return new { keys = issuer.Keys.Select(key => key.PublicJwk) };
        });
        map?.Invoke(issuer, app);
        await app.StartAsync();
        return issuer;
    }

    /// <summary>An access token as PfP's provider issues it.</summary>
    public string AccessToken(Guid? member = null, IEnumerable<string>? roles = null, string? entity = null, Action<TokenDraft>? spoil = null) =>
        Token("at+jwt", member ?? Guid.CreateVersion7(), "pfp", draft =>
        {
            draft.Payload["client_id"] = "pfp-gateway";
            draft.Payload["scope"] = "openid profile";
            draft.Payload["name"] = "Test Member";
            draft.Payload["role"] = roles?.ToArray() ?? ["member"];
            draft.Payload["locale"] = "en";
            draft.Payload["zoneinfo"] = "Europe/Chisinau";
            if (entity is not null)
            {
                draft.Payload["entity"] = entity;
            }

            spoil?.Invoke(draft);
        });

    /// <summary>Any token of this issuer, valid for five minutes unless <paramref name="fill"/> changes that.</summary>
    public string Token(string? type, Guid subject, string audience, Action<TokenDraft> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var draft = new TokenDraft(Keys[^1], type);
        draft.Payload["iss"] = Address;
        draft.Payload["sub"] = subject;
        draft.Payload["aud"] = audience;
        draft.Payload["iat"] = now;
        draft.Payload["exp"] = now + 300;
        draft.Payload["jti"] = Guid.NewGuid();
        draft.Payload["sid"] = "session-1";
        fill(draft);
        return draft.Write();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Dictionary<string, object> Discovery()
    {
        var document = new Dictionary<string, object>
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = $"{Address}/connect/authorize",
            ["token_endpoint"] = $"{Address}/connect/token",
            ["userinfo_endpoint"] = $"{Address}/connect/userinfo",
            ["end_session_endpoint"] = $"{Address}/connect/logout",
            ["jwks_uri"] = $"{Address}/connect/jwks",
        };
        foreach (var (name, value) in Metadata)
        {
            document[name] = value;
        }

        return document;
    }
}
