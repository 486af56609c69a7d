using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using PfP.Gateway.Tests.Hosting;
using PfP.Testing.Identity;

namespace PfP.Gateway.Tests.Provider;

/// <summary>A provider that does all as it should until a test tells it otherwise.</summary>
internal sealed class MisbehavingProvider : IAsyncDisposable
{
    public static readonly Guid Member = Guid.Parse("01890000-0000-7000-8000-000000000002");

    private readonly ConcurrentDictionary<string, string?> _nonces = new();
    private int _issued;

    public TestIssuer Issuer { get; private set; } = null!;

    /// <summary>Spoils an ID token.</summary>
    public Action<TokenDraft> IdToken { get; set; } = null!;

    /// <summary>What userinfo says.</summary>
    public Func<object> UserInfo { get; set; } = null!;

    /// <summary>Changes what the browser is sent back with.</summary>
    public Action<Dictionary<string, string?>> Answer { get; set; } = null!;

    /// <summary>Answers a token request in place of the provider, if it wants to.</summary>
    public Func<HttpContext, Task<bool>> Token { get; set; } = null!;

    /// <summary>What the gateway passed on to pages of the provider.</summary>
    public ConcurrentQueue<SeenRequest> Seen { get; } = new();

    public static async Task<MisbehavingProvider> StartAsync()
    {
        var provider = new MisbehavingProvider();
        provider.Behave();
        provider.Issuer = await TestIssuer.StartAsync((_, app) =>
        {
            app.MapGet("/connect/authorize", provider.Authorize);
            app.MapPost("/connect/token", provider.TokenAsync).DisableAntiforgery();
            app.MapGet("/connect/userinfo", () => provider.UserInfo());
            app.MapFallback((HttpContext context) => provider.Remember(context));
        });
        provider.Issuer.Metadata["authorization_response_iss_parameter_supported"] = true;
        return provider;
    }

    public void Behave()
    {
        IdToken = _ => { };
        UserInfo = () => new { sub = Member, name = "Test Member", role = "member" };
        Answer = _ => { };
        Token = _ => Task.FromResult(false);
    }

    public IReadOnlyList<SeenRequest> SeenAt(string target) => [.. Seen.Where(request => request.Target == target)];

    public ValueTask DisposeAsync() => Issuer.DisposeAsync();

    private void Remember(HttpContext context) => Seen.Enqueue(new(
        context.Request.Method,
        context.Request.Path + context.Request.QueryString,
        context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        ""));

    private RedirectHttpResult Authorize(HttpRequest request)
    {
        var code = Guid.NewGuid().ToString("N");
        _nonces[code] = request.Query["nonce"];
        var answer = new Dictionary<string, string?> { ["code"] = code, ["state"] = request.Query["state"], ["iss"] = Issuer.Address };
        Answer(answer);
        return TypedResults.Redirect(QueryHelpers.AddQueryString(request.Query["redirect_uri"]!, answer));
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (await Token(context))
        {
            return;
        }

        var nonce = form["code"] is [{ } code] ? _nonces.GetValueOrDefault(code) : null;
        var number = Interlocked.Increment(ref _issued).ToString(CultureInfo.InvariantCulture);
        var idToken = Issuer.Token("JWT", Member, "pfp-gateway", draft =>
        {
            if (nonce is not null)
            {
                draft.Payload["nonce"] = nonce;
            }

            // The gateway's clock is put forward in some tests.
            draft.Payload["exp"] = (long)draft.Payload["exp"] + 3600 * 24 * 365;
            IdToken(draft);
        });
        await context.Response.WriteAsJsonAsync(new { access_token = $"access-{number}", token_type = "Bearer", expires_in = 300, refresh_token = $"refresh-{number}", id_token = idToken });
    }
}
