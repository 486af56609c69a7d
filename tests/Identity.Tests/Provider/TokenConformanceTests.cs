using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PfP.Identity.Tests.Provider.Hosting;

namespace PfP.Identity.Tests.Provider;

/// <summary>The tests of the OpenID conformance suite's Basic plan that are about tokens and userinfo, by their names.</summary>
public sealed class TokenConformanceTests(IdentityHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OidccIdTokenSignature_Always_IsVerifiedByAPublishedKeyAndSaysWhatItShould()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);

        var tokens = await site.SignInAsync(visitor);

        var (id, access) = (tokens.IdToken, tokens.Access);
        Assert.True(await IsSignedAsync(site, tokens.RawIdToken));
        Assert.True(await IsSignedAsync(site, tokens.AccessToken));
        Assert.Equal(("JWT", "RS256", "http://localhost"), (id.Typ, id.Alg, id.Issuer));
        Assert.Equal(["site"], id.Audiences);
        Assert.Equal(["pwd"], id.GetPayloadValue<string[]>("amr"));
        Assert.Equal(("at+jwt", "RS256", "http://localhost", id.Subject), (access.Typ, access.Alg, access.Issuer, access.Subject));
        Assert.Equal(["pfp"], access.Audiences);
        Assert.Equal(300, access.GetPayloadValue<long>("exp") - access.GetPayloadValue<long>("iat"));
        Assert.Equal(("site", "openid profile offline_access", tokens.Session), (Text(access, "client_id"), Text(access, "scope"), Text(access, "sid")));
        Assert.Equal(("Sample Officer", "country:MD", "en", "UTC"), (Text(access, "name"), Text(access, "entity"), Text(access, "locale"), Text(access, "zoneinfo")));
        Assert.Equal(["member"], access.GetPayloadValue<string[]>("role"));
        Assert.Equal(("Bearer", "300", "no-store"), (tokens.Text("token_type"), tokens.Text("expires_in"), tokens.CacheControl));
    }

    [Fact]
    public async Task OidccIdTokenUnsigned_IsNotOffered()
    {
        using var site = new RelyingParty(host);

        var discovery = await site.Http.GetFromJsonAsync<JsonElement>("/.well-known/openid-configuration", Cancellation);

        Assert.Equal(["RS256"], discovery.GetProperty("id_token_signing_alg_values_supported").EnumerateArray().Select(value => value.GetString()));
    }

    [Theory]
    [InlineData("oidcc-userinfo-get")]
    [InlineData("oidcc-userinfo-post-header")]
    [InlineData("oidcc-userinfo-post-body")]
    public async Task UserInfo_HoweverAsked_TellsOfTheBearer(string name)
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var tokens = await site.SignInAsync(visitor);
        using var request = new HttpRequestMessage(name.Contains("get", StringComparison.Ordinal) ? HttpMethod.Get : HttpMethod.Post, "/connect/userinfo");
        if (name.EndsWith("body", StringComparison.Ordinal))
        {
            request.Content = new FormUrlEncodedContent([new("access_token", tokens.AccessToken)]);
        }
        else
        {
            request.Headers.Authorization = new("Bearer", tokens.AccessToken);
        }

        using var response = await site.Http.SendAsync(request, Cancellation);
        var info = await TokenAnswer.ReadAsync(response);

        Assert.Equal((HttpStatusCode.OK, tokens.IdToken.Subject, "Sample Officer"), (info.Status, info.Text("sub"), info.Text("name")));
        Assert.Equal((null, "no-store"), (info.Text("email"), info.CacheControl));
    }

    [Fact]
    public async Task OidccScopeEmail_Always_TellsAddressAndNothingElse()
    {
        var email = People.NewEmail();
        using var visitor = await host.SignedInAsync(email);
        using var site = new RelyingParty(host);
        var tokens = await site.SignInAsync(visitor, ("scope", "openid email"));

        var info = await site.UserInfoAsync(tokens.AccessToken);

        Assert.Equal((email, "True", null), (info.Text("email"), info.Text("email_verified"), info.Text("name")));
    }

    [Fact]
    public async Task OidccServerClientSecretPost_Always_Authenticates()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var code = await site.CodeAsync(visitor);

        var tokens = await site.PostAsync(
            "/connect/token",
            RelyingParty.Fields([("grant_type", "authorization_code"), ("code", code), ("redirect_uri", TestClient.Site.RedirectUri), ("code_verifier", site.Verifier), ("client_id", "site"), ("client_secret", TestClient.Site.Secret)], []),
            authorization: null);

        Assert.True(tokens.IsGranted);
    }

    [Fact]
    public async Task OidccCodereuse_Always_IsRefusedAndRevokesWhatCameOfTheCode()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var code = await site.CodeAsync(visitor);
        var first = await site.RedeemAsync(code);

        var second = await site.RedeemAsync(code);

        Assert.Equal((true, "invalid_grant"), (first.IsGranted, second.Error));
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.UserInfoAsync(first.AccessToken)).Status);
        Assert.Equal("invalid_grant", (await site.RefreshAsync(first.RefreshToken)).Error);
        Assert.Contains("code-reused", await host.EventsOfAsync(first.IdToken.Subject));
    }

    [Fact]
    public async Task OidccCodereuse30Seconds_Always_IsRefused()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var code = await site.CodeAsync(visitor);
        await site.RedeemAsync(code);
        host.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("invalid_grant", (await site.RedeemAsync(code)).Error);
    }

    [Fact]
    public async Task OidccRefreshToken_Always_GivesTokensOfTheSameSessionAndANewRefreshToken()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);
        var first = await site.SignInAsync(visitor);

        var second = await site.RefreshAsync(first.RefreshToken);

        Assert.True(second.IsGranted);
        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        Assert.Equal((first.Session, first.IdToken.Subject), (second.Session, second.IdToken.Subject));
        Assert.Equal(first.IdToken.GetPayloadValue<long>("auth_time"), second.IdToken.GetPayloadValue<long>("auth_time"));
        Assert.NotEqual(first.Access.Id, second.Access.Id);
        Assert.True((await site.UserInfoAsync(second.AccessToken)).IsGranted);
    }

    [Fact]
    public async Task RefreshToken_OnlyComesWithOfflineAccess()
    {
        using var visitor = await host.SignedInAsync();
        using var site = new RelyingParty(host);

        var tokens = await site.SignInAsync(visitor, ("scope", "openid"));

        Assert.Null(tokens.Text("refresh_token"));
    }

    [Fact]
    public async Task AccessToken_OfASiteWithoutAudience_IsForUserInfoOnly()
    {
        using var visitor = await host.SignedInAsync();
        using var other = new RelyingParty(host, TestClient.Other);

        var tokens = await other.SignInAsync(visitor);

        Assert.Equal(["http://localhost"], tokens.Access.Audiences);
        Assert.True((await other.UserInfoAsync(tokens.AccessToken)).IsGranted);
    }

    private static string Text(JsonWebToken token, string claim) => token.GetPayloadValue<string>(claim);

    private static async Task<bool> IsSignedAsync(RelyingParty site, string token)
    {
        var keys = new JsonWebKeySet(await site.Http.GetStringAsync("/connect/jwks", Cancellation)).GetSigningKeys();
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(
            token, new() { IssuerSigningKeys = keys, TryAllIssuerSigningKeys = false, ValidIssuer = "http://localhost", ValidateAudience = false, ValidateLifetime = false });
        return result.IsValid;
    }
}
