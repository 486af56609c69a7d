using System.Net;
using PfP.Identity.Tests.Provider.Hosting;

namespace PfP.Identity.Tests.Provider;

/// <summary>The tests of the OpenID conformance suite's Basic plan that are about the authorization endpoint, by their names.</summary>
public sealed class AuthorizationConformanceTests(IdentityHost host)
{
    [Fact]
    public async Task OidccServer_WhenSomebodySignsIn_AnswersWithCodeStateAndIssuer()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        using var site = new RelyingParty(host);

        var detour = await site.AskAsync(visitor);
        var answer = await visitor.SignInAtAsync(detour, email);

        Assert.True(detour.IsToSignIn);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Visit.Status);
        Assert.StartsWith($"{TestClient.Site.RedirectUri}?code=", answer.Visit.Location, StringComparison.Ordinal);
        Assert.Equal(("state of the client", "http://localhost", null), (answer["state"], answer["iss"], answer["error"]));
    }

    [Theory]
    [InlineData("oidcc-response-type-missing", "response_type", null, "invalid_request")]
    [InlineData("oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported", "request_uri", "https://site.example.org/request", "request_uri_not_supported")]
    [InlineData("oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported", "request", "e30.e30.", "request_not_supported")]
    [InlineData("oidcc-ensure-request-object-with-redirect-uri", "request", "eyJhbGciOiJub25lIn0.eyJyZWRpcmVjdF91cmkiOiJodHRwczovL2V2aWwuZXhhbXBsZSJ9.", "request_not_supported")]
    [InlineData("response type token", "response_type", "token", "unsupported_response_type")]
    [InlineData("response type id_token", "response_type", "id_token", "unsupported_response_type")]
    [InlineData("response type of the hybrid flow", "response_type", "code id_token", "unsupported_response_type")]
    [InlineData("web message", "response_mode", "web_message", "invalid_request")]
    [InlineData("fragment", "response_mode", "fragment", "invalid_request")]
    [InlineData("registration", "registration", "{}", "registration_not_supported")]
    [InlineData("scope without openid", "scope", "profile", "invalid_scope")]
    [InlineData("scope missing", "scope", null, "invalid_scope")]
    [InlineData("prompt none and more", "prompt", "none login", "invalid_request")]
    [InlineData("max_age of nothing", "max_age", "-1", "invalid_request")]
    [InlineData("hint that is none", "id_token_hint", "e30.e30.e30", "invalid_request")]
    public async Task Request_ThatIsNotSupported_IsRefusedAtTheClient(string name, string parameter, string? value, string error)
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);

        var answer = await site.AskAsync(visitor, (parameter, value));

        Assert.True(answer.IsToClient, name);
        Assert.Equal((error, "state of the client", "http://localhost", null), (answer["error"], answer["state"], answer["iss"], answer["code"]));
    }

    [Theory]
    [InlineData("oidcc-ensure-request-without-nonce-succeeds-for-code-flow", "nonce", null)]
    [InlineData("oidcc-scope-profile", "scope", "openid profile")]
    [InlineData("oidcc-scope-email", "scope", "openid email")]
    [InlineData("oidcc-scope-address", "scope", "openid address")]
    [InlineData("oidcc-scope-phone", "scope", "openid phone")]
    [InlineData("oidcc-scope-all", "scope", "openid profile email address phone")]
    [InlineData("oidcc-display-page", "display", "page")]
    [InlineData("oidcc-display-popup", "display", "popup")]
    [InlineData("oidcc-max-age-10000", "max_age", "10000")]
    [InlineData("oidcc-prompt-none-logged-in", "prompt", "none")]
    [InlineData("consent, which clients of the configuration have", "prompt", "consent")]
    [InlineData("oidcc-ensure-request-with-unknown-parameter-succeeds", "extra", "foobar")]
    [InlineData("oidcc-login-hint", "login_hint", "somebody@example.org")]
    [InlineData("oidcc-ui-locales", "ui_locales", "se")]
    [InlineData("oidcc-claims-locales", "claims_locales", "se")]
    [InlineData("oidcc-ensure-request-with-acr-values-succeeds", "acr_values", "1 2")]
    [InlineData("oidcc-ensure-request-with-valid-pkce-succeeds", "code_challenge_method", "S256")]
    [InlineData("oidcc-claims-essential", "claims", """{"userinfo":{"name":{"essential":true}}}""")]
    [InlineData("state missing", "state", null)]
    public async Task Request_ThatTheSuiteSends_Succeeds(string name, string parameter, string? value)
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);

        var tokens = await site.SignInAsync(visitor, (parameter, value));

        Assert.True(tokens.IsGranted, $"{name}: {tokens.Body}");
        Assert.Equal(parameter == "nonce" ? null : "nonce of the client", tokens.IdToken.TryGetPayloadValue<string>("nonce", out var nonce) ? nonce : null);
    }

    [Fact]
    public async Task OidccAlternateHappyFlow_WithScopesAndParametersInAnotherOrder_Succeeds()
    {
        var email = People.NewEmail();
        using var visitor = await host.SignedInAsync(email);
        using var site = new RelyingParty(host);
        var parameters = site.AuthorizePath(("scope", "email openid")).Split('?')[1].Split('&');

        var answer = new Answer(await visitor.GetAsync($"/connect/authorize?{string.Join('&', Enumerable.Reverse(parameters))}"));
        var tokens = await site.RedeemAsync(answer["code"]!);

        Assert.False(tokens.IdToken.TryGetPayloadValue<string>("email", out _));
        Assert.Equal(email, (await site.UserInfoAsync(tokens.AccessToken)).Text("email"));
    }

    [Fact]
    public async Task OidccPromptNoneNotLoggedIn_Always_IsLoginRequired()
    {
        using var visitor = new Visitor(host);
        using var site = new RelyingParty(host);

        var answer = await site.AskAsync(visitor, ("prompt", "none"));

        Assert.Equal((true, "login_required"), (answer.IsToClient, answer["error"]));
    }

    [Theory]
    [InlineData("oidcc-prompt-login", "prompt", "login")]
    [InlineData("oidcc-max-age-1", "max_age", "1")]
    [InlineData("select account", "prompt", "select_account")]
    public async Task Request_ForAFreshSignIn_AsksForThePasswordAgain(string name, string parameter, string value)
    {
        var email = People.NewEmail();
        using var visitor = await host.SignedInAsync(email);
        using var site = new RelyingParty(host);
        var first = await site.SignInAsync(visitor);
        host.Clock.Advance(TimeSpan.FromSeconds(5));

        var detour = await site.AskAsync(visitor, (parameter, value));
        var answer = await visitor.SignInAtAsync(detour, email);
        var second = await site.RedeemAsync(answer["code"]!);

        Assert.True(detour.IsToSignIn, name);
        Assert.True(second.IdToken.GetPayloadValue<long>("auth_time") > first.IdToken.GetPayloadValue<long>("auth_time"), name);
        Assert.Equal(first.IdToken.Subject, second.IdToken.Subject);
    }

    [Fact]
    public async Task OidccIdTokenHint_OfWhoIsSignedIn_NeedsNoPassword()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var first = await site.SignInAsync(visitor);
        host.Clock.Advance(TimeSpan.FromMinutes(20));

        var second = await site.SignInAsync(visitor, ("prompt", "none"), ("id_token_hint", first.RawIdToken));

        Assert.Equal(first.IdToken.Subject, second.IdToken.Subject);
    }

    [Fact]
    public async Task IdTokenHint_OfSomebodyElse_SignsNobodyIn()
    {
        using var visitor = await host.SignedInAsync();
        using var another = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var theirs = await site.SignInAsync(another);

        var silent = await site.AskAsync(visitor, ("prompt", "none"), ("id_token_hint", theirs.RawIdToken));
        var asked = await site.AskAsync(visitor, ("id_token_hint", theirs.RawIdToken));

        Assert.Equal("login_required", silent["error"]);
        Assert.True(asked.IsToSignIn);
    }

    [Fact]
    public async Task OidccEnsurePostRequestSucceeds_Always_GoesOnWithGet()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var fields = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(site.AuthorizePath().Split('?')[1]).Select(field => KeyValuePair.Create(field.Key, field.Value.ToString()));

        var moved = await visitor.PostAsync("/connect/authorize", fields);
        var answer = new Answer(await visitor.GetAsync(moved.Location!));

        Assert.Equal(HttpStatusCode.SeeOther, moved.Status);
        Assert.True((await site.RedeemAsync(answer["code"]!)).IsGranted);
    }

    [Theory]
    [InlineData("fr-CA en", "/fr/account/sign-in?")]
    [InlineData("de es", "/es/account/sign-in?")]
    [InlineData("de", "/account/sign-in?")]
    public async Task SignIn_InTheLanguagesThatTheClientKnows_IsInTheFirstThatThereIs(string locales, string page)
    {
        using var visitor = new Visitor(host);
        using var site = new RelyingParty(host);

        var answer = await site.AskAsync(visitor, ("ui_locales", locales));

        Assert.StartsWith(page, answer.Visit.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_WhoWaitsForApproval_IsToldSoAndSignedInNowhere()
    {
        var member = await host.WaitingAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(member.Email);
        using var site = new RelyingParty(host);

        var asked = await site.AskAsync(visitor);
        var silent = await site.AskAsync(visitor, ("prompt", "none"));

        Assert.Equal("/account", asked.Visit.Location);
        Assert.Equal("access_denied", silent["error"]);
    }
}
