using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace PfP.Identity.Tests.Provider.Hosting;

/// <summary>A client as it should be; what it sends can be changed, and left out with null.</summary>
internal sealed class RelyingParty : IDisposable
{
    private readonly TestClient client;
    private readonly HttpClient http;

    public RelyingParty(WebApplicationFactory<Program> host, TestClient? client = null)
    {
        this.client = client ?? TestClient.Site;
        http = host.CreateClient(new() { AllowAutoRedirect = false });
        Challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
    }

    public string Verifier { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public string Challenge { get; }

    public HttpClient Http => http;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public string AuthorizePath(params (string Name, string? Value)[] changes) => "/connect/authorize" + QueryString.Create(Fields(
        [
            ("response_type", "code"), ("client_id", client.Id), ("redirect_uri", client.RedirectUri), ("scope", "openid profile offline_access"),
            ("state", "state of the client"), ("nonce", "nonce of the client"), ("code_challenge", Challenge), ("code_challenge_method", "S256"),
        ],
        changes));

    public async Task<Answer> AskAsync(Visitor visitor, params (string Name, string? Value)[] changes) => new(await visitor.GetAsync(AuthorizePath(changes)));

    public async Task<string> CodeAsync(Visitor visitor, params (string Name, string? Value)[] changes)
    {
        var answer = await AskAsync(visitor, changes);
        return answer["code"] ?? throw new InvalidOperationException($"No code: {answer.Visit.Status} {answer.Visit.Location} {answer.Visit.Text}");
    }

    public async Task<TokenAnswer> SignInAsync(Visitor visitor, params (string Name, string? Value)[] changes) => await RedeemAsync(await CodeAsync(visitor, changes));

    public Task<TokenAnswer> RedeemAsync(string code, params (string Name, string? Value)[] changes) => TokenAsync(Fields(
        [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", client.RedirectUri), ("code_verifier", Verifier)], changes));

    public Task<TokenAnswer> RefreshAsync(string? token, params (string Name, string? Value)[] changes) =>
        TokenAsync(Fields([("grant_type", "refresh_token"), ("refresh_token", token)], changes));

    public Task<TokenAnswer> TokenAsync(params (string Name, string? Value)[] fields) => TokenAsync(Fields(fields, []));

    /// <summary>With client_secret_basic.</summary>
    public Task<TokenAnswer> TokenAsync(IEnumerable<KeyValuePair<string, string?>> fields) => PostAsync("/connect/token", fields, Basic(client.Id, client.Secret));

    public async Task<TokenAnswer> PostAsync(string path, IEnumerable<KeyValuePair<string, string?>> fields, AuthenticationHeaderValue? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Authorization = authorization;
        using var response = await http.SendAsync(request, Cancellation);
        return await TokenAnswer.ReadAsync(response);
    }

    public Task<TokenAnswer> RevokeAsync(string token) => PostAsync("/connect/revoke", Fields([("token", token)], []), Basic(client.Id, client.Secret));

    public async Task<TokenAnswer> UserInfoAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/connect/userinfo", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", token);
        using var response = await http.SendAsync(request, Cancellation);
        return await TokenAnswer.ReadAsync(response);
    }

    public static AuthenticationHeaderValue Basic(string id, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{WebUtility.UrlEncode(id)}:{WebUtility.UrlEncode(secret)}")));

    public static IEnumerable<KeyValuePair<string, string?>> Fields(IEnumerable<(string Name, string? Value)> usual, IEnumerable<(string Name, string? Value)> changes) =>
        usual.Where(field => !changes.Any(change => change.Name == field.Name)).Concat(changes)
            .Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value));

    public void Dispose() => http.Dispose();
}

/// <summary>What the authorization endpoint answered.</summary>
internal sealed record Answer(Visit Visit)
{
    private readonly Dictionary<string, StringValues> parameters = Visit.Location is { } location && location.Contains('?', StringComparison.Ordinal)
        ? QueryHelpers.ParseQuery(location[location.IndexOf('?', StringComparison.Ordinal)..]) : [];

    public bool IsToClient => Visit.Location?.StartsWith("https://", StringComparison.Ordinal) == true;

    public bool IsToSignIn => Visit.Location?.StartsWith("/account/sign-in?", StringComparison.Ordinal) == true;

    public string? this[string name] => parameters.TryGetValue(name, out var value) ? value.Single() : null;
}
