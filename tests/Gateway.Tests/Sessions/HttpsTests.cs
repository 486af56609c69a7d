using PfP.Gateway.Tests.Hosting;
using PfP.Gateway.Tests.Provider;

namespace PfP.Gateway.Tests.Sessions;

/// <summary>Cookies of a site that is reached over HTTPS, through a proxy that ends TLS.</summary>
public sealed class HttpsTests(MisbehavingSystem system) : IClassFixture<MisbehavingSystem>
{
    [Fact]
    public async Task Cookies_UnderHttps_AreBoundToTheHost()
    {
        system.Provider.Behave();
        var gateway = await system.AddGatewayAsync(("Oidc:Origin", "https://localhost"), ("ForwardedHeaders:KnownProxies:0", "127.0.0.1"));

        var login = await AskAsync(gateway, "/bff/login?returnUrl=/practices");
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var atProvider = await browser.GetAsync(login.Headers.Location, TestContext.Current.CancellationToken);
        var callback = atProvider.Headers.Location!;
        var arrived = await AskAsync(gateway, callback.PathAndQuery, ("Cookie", CookieOf(login, "__Host-pfp-443-signin-").Split(';')[0]));

        Assert.Equal("https://localhost/bff/callback", callback.GetLeftPart(UriPartial.Path));
        Assert.Equal("/practices", arrived.Headers.Location!.OriginalString);
        foreach (var cookie in new[] { CookieOf(login, "__Host-pfp-443-signin-"), CookieOf(arrived, "__Host-pfp-443-session=") })
        {
            Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.Ordinal);
            Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
            Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
            Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
        }

        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(arrived.Headers.GetValues("Strict-Transport-Security")));
    }

    private static Task<HttpResponseMessage> AskAsync(TestGateway gateway, string path, params (string, string)[] headers) =>
        gateway.GetAsync(path, [("Host", "localhost"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "192.0.2.1"), .. headers]);

    private static string CookieOf(HttpResponseMessage response, string name) =>
        Assert.Single(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith(name, StringComparison.Ordinal) && !cookie.Contains("1970", StringComparison.Ordinal));
}
