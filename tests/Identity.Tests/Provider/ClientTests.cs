using System.Net;
using Microsoft.Extensions.Options;
using PfP.Identity.Provider;
using PfP.Identity.Provider.Clients;
using PfP.Identity.Tests.Provider.Hosting;

namespace PfP.Identity.Tests.Provider;

/// <summary>Who may call, how they prove it, and what is refused before the service even starts.</summary>
public sealed class ClientTests(IdentityHost host)
{
    private static readonly KeyValuePair<string, string?>[] Machine = [new("grant_type", "client_credentials")];

    [Theory]
    [InlineData("another secret", "machine", "not the secret that this client was given at all")]
    [InlineData("another client's secret", "machine", "ssssssssssssssssssssssssssssssssssssssss")]
    [InlineData("empty secret", "machine", "")]
    [InlineData("unknown client", "nobody", "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm")]
    public async Task Client_ThatDoesNotProveItself_IsRefused(string name, string id, string secret)
    {
        using var client = new RelyingParty(host);

        var inHeader = await client.PostAsync("/connect/token", Machine, RelyingParty.Basic(id, secret));
        var inForm = await client.PostAsync("/connect/token", [.. Machine, new("client_id", id), new("client_secret", secret)], null);

        Assert.All([inHeader, inForm], answer => Assert.True((HttpStatusCode.Unauthorized, "invalid_client") == (answer.Status, answer.Error), name));
        Assert.StartsWith("Basic", inHeader.Challenge, StringComparison.Ordinal);
        Assert.Equal("no-store", inHeader.CacheControl);
    }

    [Theory]
    [InlineData("Basic !!!")]
    [InlineData("Basic bWFjaGluZQ==")]
    [InlineData("Bearer abc")]
    [InlineData("Basic")]
    public async Task Header_ThatCannotBeRead_IsRefused(string header)
    {
        using var client = new RelyingParty(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = new FormUrlEncodedContent(Machine) };
        request.Headers.TryAddWithoutValidation("Authorization", header);

        using var response = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Client_ThatProvesItselfTwice_IsRefused()
    {
        using var machine = new RelyingParty(host, TestClient.Machine);

        var both = await machine.TokenAsync(("grant_type", "client_credentials"), ("client_secret", TestClient.Machine.Secret));
        var other = await machine.TokenAsync(("grant_type", "client_credentials"), ("client_id", "site"));
        var twice = await machine.TokenAsync(("grant_type", "client_credentials"), ("grant_type", "client_credentials"));

        Assert.Equal(("invalid_request", "invalid_client", "invalid_request"), (both.Error, other.Error, twice.Error));
    }

    [Theory]
    [InlineData("password", "unsupported_grant_type")]
    [InlineData("urn:ietf:params:oauth:grant-type:token-exchange", "unsupported_grant_type")]
    [InlineData("implicit", "unsupported_grant_type")]
    [InlineData("client_credentials", "unauthorized_client")]
    [InlineData(null, "invalid_request")]
    public async Task Grant_ThatTheClientDoesNotHave_IsRefused(string? grant, string error)
    {
        using var site = new RelyingParty(host);

        var answer = await site.TokenAsync(("grant_type", grant), ("username", "member@example.org"), ("password", People.Password));

        Assert.Equal((HttpStatusCode.BadRequest, error, "no-store"), (answer.Status, answer.Error, answer.CacheControl));
    }

    [Fact]
    public async Task Machine_WithItsSecret_GetsATokenOfItsOwn()
    {
        using var machine = new RelyingParty(host, TestClient.Machine);

        var tokens = await machine.TokenAsync(("grant_type", "client_credentials"));

        var token = tokens.Access;
        Assert.Equal(("at+jwt", "machine", "machine"), (token.Typ, token.Subject, token.GetPayloadValue<string>("client_id")));
        Assert.Equal(["pfp"], token.Audiences);
        Assert.Equal(["moderator"], token.GetPayloadValue<string[]>("role"));
        Assert.Equal((null, null), (tokens.Text("refresh_token"), tokens.Text("id_token")));
        Assert.Equal("invalid_scope", (await machine.TokenAsync(("grant_type", "client_credentials"), ("scope", "openid"))).Error);
    }

    [Theory]
    [InlineData("no secret", "Secret")]
    [InlineData("short secret", "32 characters")]
    [InlineData("bad hash", "64 hexadecimal")]
    [InlineData("no address", "RedirectUris is empty")]
    [InlineData("relative address", "/callback is no absolute")]
    [InlineData("fragment", "#x is no absolute")]
    [InlineData("plain http", "is no absolute https")]
    [InlineData("unknown scope", "'everything'")]
    [InlineData("unknown grant", "'password'")]
    [InlineData("roles for people", "Roles are for machines")]
    [InlineData("relative back channel", "no absolute address")]
    public void Configuration_ThatWouldNotWork_IsRefusedAtStart(string name, string message)
    {
        var client = new ClientOptions { Secret = new string('x', 40), RedirectUris = ["https://site.example.org/callback"] };
        switch (name)
        {
            case "no secret": client.Secret = null; break;
            case "short secret": client.Secret = "short"; break;
            case "bad hash": (client.Secret, client.SecretSha256) = (null, "abc"); break;
            case "no address": client.RedirectUris = []; break;
            case "relative address": client.RedirectUris = ["/callback"]; break;
            case "fragment": client.RedirectUris = ["https://site.example.org/callback#x"]; break;
            case "plain http": client.PostLogoutRedirectUris = ["http://site.example.org/"]; break;
            case "unknown scope": client.Scopes = ["openid", "everything"]; break;
            case "unknown grant": client.Grants = ["authorization_code", "password"]; break;
            case "roles for people": client.Roles = ["moderator"]; break;
            default: client.BackChannelLogoutUri = "/logout"; break;
        }

        var result = new ClientRules(Options.Create(new ProviderOptions { Issuer = "https://pfp.example.org" })).Validate(null, new() { Clients = { ["site"] = client } });

        Assert.Contains("Clients:site: ", result.FailureMessage, StringComparison.Ordinal);
        Assert.Contains(message, result.FailureMessage, StringComparison.Ordinal);
    }
}
