using System.Net.Http.Json;
using System.Text.Json;
using PfP.Identity.Tests.Provider.Hosting;

namespace PfP.Identity.Tests.Provider;

/// <summary>The conformance suite's Config plan.</summary>
public sealed class DiscoveryTests(IdentityHost host)
{
    [Theory]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/.well-known/oauth-authorization-server")]
    public async Task OidccDiscoveryEndpointVerification_Always_SaysWhatIsSupported(string path)
    {
        using var site = new RelyingParty(host);

        var document = await site.Http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

        Assert.Equal("http://localhost", document.GetProperty("issuer").GetString());
        foreach (var endpoint in new[] { "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri", "revocation_endpoint", "end_session_endpoint" })
        {
            Assert.StartsWith("http://localhost/connect/", document.GetProperty(endpoint).GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(["code"], List(document, "response_types_supported"));
        Assert.Equal(["S256"], List(document, "code_challenge_methods_supported"));
        Assert.Equal(["public"], List(document, "subject_types_supported"));
        Assert.Contains("openid", List(document, "scopes_supported"));
        Assert.DoesNotContain("password", List(document, "grant_types_supported"));
        Assert.All(["request_parameter_supported", "request_uri_parameter_supported", "claims_parameter_supported"], name => Assert.False(document.GetProperty(name).GetBoolean()));
        Assert.All(["authorization_response_iss_parameter_supported", "backchannel_logout_supported", "backchannel_logout_session_supported"], name => Assert.True(document.GetProperty(name).GetBoolean()));
    }

    [Fact]
    public async Task Keys_Always_ArePublicOnly()
    {
        using var site = new RelyingParty(host);

        var document = await site.Http.GetFromJsonAsync<JsonElement>("/connect/jwks", TestContext.Current.CancellationToken);

        Assert.All(document.GetProperty("keys").EnumerateArray(), key =>
            Assert.Equal(["alg", "e", "kid", "kty", "n", "use"], key.EnumerateObject().Select(member => member.Name).Order()));
    }

    private static IEnumerable<string?> List(JsonElement document, string name) => document.GetProperty(name).EnumerateArray().Select(value => value.GetString());
}
