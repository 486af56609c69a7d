using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PfP.Identity.Tests.Provider.Hosting;

namespace PfP.Identity.Tests.Provider;

/// <summary>The conformance suite's plan of RP-initiated logout, by its names (oidcc-rp-initiated-logout-…), and what a logout must not be used for.</summary>
public sealed class LogoutConformanceTests(IdentityHost host)
{
    [Fact]
    public async Task OidccRpInitiatedLogout_Always_EndsTheSessionAndLeadsBack()
    {
        var (visitor, tokens) = await SignInAsync();
        using var _ = visitor;

        var answer = await LogOutAsync(visitor, ("id_token_hint", tokens.RawIdToken));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Visit.Status);
        Assert.Equal($"{TestClient.SignedOut}&state=state%20of%20logout", answer.Visit.Location);
        Assert.Contains(answer.Visit.Cookies, cookie => cookie.StartsWith($"{Visitor.SessionCookie};", StringComparison.Ordinal));
        Assert.False(await IsSignedInAsync(visitor));
        Assert.Contains("signed-out", await host.EventsOfAsync(tokens.IdToken.Subject));
    }

    [Theory]
    [InlineData("bad-id-token-hint", "id_token_hint", "bad.token.hint")]
    [InlineData("no-id-token-hint", "id_token_hint", null)]
    [InlineData("client that is not the hint's", "client_id", "other")]
    public async Task OidccRpInitiatedLogout_WithoutAHintThatHolds_AsksFirst(string name, string parameter, string? value)
    {
        var (visitor, tokens) = await SignInAsync();
        using var _ = visitor;

        var answer = await LogOutAsync(visitor, RelyingParty.Fields([("id_token_hint", tokens.RawIdToken)], [(parameter, value)]).Select(field => (field.Key, field.Value)).ToArray());

        await AssertAskedAsync(name, visitor, answer);
    }

    [Theory]
    [InlineData("no-params")]
    [InlineData("only-state")]
    [InlineData("modified-id-token-hint")]
    public async Task OidccRpInitiatedLogout_WithLessOrWorse_AsksFirst(string name)
    {
        var (visitor, tokens) = await SignInAsync();
        using var _ = visitor;
        var parts = tokens.RawIdToken.Split('.');
        parts[1] = (parts[1][0] == 'e' ? 'f' : 'e') + parts[1][1..];

        var answer = new Answer(await visitor.GetAsync("/connect/logout" + name switch
        {
            "no-params" => "",
            "only-state" => "?state=abc",
            _ => $"?id_token_hint={string.Join('.', parts)}&post_logout_redirect_uri={Uri.EscapeDataString(TestClient.SignedOut)}",
        }));

        await AssertAskedAsync(name, visitor, answer);
    }

    [Fact]
    public async Task OidccRpInitiatedLogoutNoState_Always_LeadsBackWithoutOne()
    {
        var (visitor, tokens) = await SignInAsync();
        using var _ = visitor;

        var answer = await LogOutAsync(visitor, ("id_token_hint", tokens.RawIdToken), ("state", null));

        Assert.Equal(TestClient.SignedOut, answer.Visit.Location);
    }

    [Theory]
    [InlineData("bad-post-logout-redirect-uri", "https://elsewhere.example.org/")]
    [InlineData("query-added-to-post-logout-redirect-uri", "https://site.example.org/signed-out?from=pfp&extra=1")]
    [InlineData("no-post-logout-redirect-uri", null)]
    [InlineData("another host by two slashes", "//evil.example/signed-out?from=pfp")]
    [InlineData("another host by slash and backslash", "/\\evil.example")]
    [InlineData("line break", "https://site.example.org/signed-out?from=pfp\r\nLocation: https://evil.example")]
    [InlineData("script", "javascript:alert(1)")]
    [InlineData("user name", "https://site.example.org@evil.example/signed-out?from=pfp")]
    [InlineData("address for sign-in", "https://site.example.org/callback")]
    [InlineData("case", "https://site.example.org/Signed-out?from=pfp")]
    public async Task OidccRpInitiatedLogout_WithoutARegisteredAddress_EndsTheSessionAndStaysHere(string name, string? uri)
    {
        var (visitor, tokens) = await SignInAsync();
        using var _ = visitor;

        var answer = await LogOutAsync(visitor, ("id_token_hint", tokens.RawIdToken), ("post_logout_redirect_uri", uri));

        Assert.True(answer.Visit.Location == "/account/sign-out?done", $"{name}: {answer.Visit.Location}");
        Assert.False(await IsSignedInAsync(visitor));
    }

    [Fact]
    public async Task OidccRpInitiatedLogoutDiscoveryEndpointVerification_Always_NamesTheEndpoint()
    {
        using var site = new RelyingParty(host);

        var discovery = await site.Http.GetFromJsonAsync<JsonElement>("/.well-known/openid-configuration", TestContext.Current.CancellationToken);

        Assert.Equal("http://localhost/connect/logout", discovery.GetProperty("end_session_endpoint").GetString());
    }

    [Fact]
    public async Task Logout_ByPost_Works()
    {
        var (visitor, tokens) = await SignInAsync();
        using var _ = visitor;

        var answer = await visitor.PostAsync("/connect/logout", [new("id_token_hint", tokens.RawIdToken), new("post_logout_redirect_uri", TestClient.SignedOut)]);

        Assert.Equal((HttpStatusCode.SeeOther, TestClient.SignedOut), (answer.Status, answer.Location));
        Assert.False(await IsSignedInAsync(visitor));
    }

    [Fact]
    public async Task Hint_ThatIsOver_IsGoodAllTheSame()
    {
        var (visitor, tokens) = await SignInAsync();
        using var _ = visitor;
        host.Clock.Advance(TimeSpan.FromHours(2));

        var answer = await LogOutAsync(visitor, ("id_token_hint", tokens.RawIdToken));

        Assert.True(answer.IsToClient);
    }

    [Fact]
    public async Task Hint_OfSomebodyElse_DoesNotSignTheReaderOut()
    {
        var (visitor, _) = await SignInAsync();
        var (attacker, theirs) = await SignInAsync();
        using var first = visitor;
        using var second = attacker;

        await LogOutAsync(visitor, ("id_token_hint", theirs.RawIdToken));

        Assert.True(await IsSignedInAsync(visitor));
        Assert.False(await IsSignedInAsync(attacker));
    }

    [Fact]
    public async Task Hint_ThatIsAnAccessToken_AsksFirst()
    {
        var (visitor, tokens) = await SignInAsync();
        using var _ = visitor;

        var answer = await LogOutAsync(visitor, ("id_token_hint", tokens.AccessToken));

        await AssertAskedAsync("access token", visitor, answer);
    }

    private async Task<(Visitor Visitor, TokenAnswer Tokens)> SignInAsync()
    {
        var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        return (visitor, await site.SignInAsync(visitor));
    }

    private static async Task<Answer> LogOutAsync(Visitor visitor, params (string Name, string? Value)[] changes) => new(await visitor.GetAsync("/connect/logout"
        + Microsoft.AspNetCore.Http.QueryString.Create(RelyingParty.Fields([("post_logout_redirect_uri", TestClient.SignedOut), ("state", "state of logout")], changes))));

    private static async Task AssertAskedAsync(string name, Visitor visitor, Answer answer)
    {
        Assert.True((HttpStatusCode.SeeOther, "/account/sign-out") == (answer.Visit.Status, answer.Visit.Location), $"{name}: {answer.Visit.Location}");
        Assert.True(await IsSignedInAsync(visitor), name);
    }

    private static async Task<bool> IsSignedInAsync(Visitor visitor) => (await visitor.GetAsync("/account")).Status == HttpStatusCode.OK;
}
