using System.Net;
using System.Net.Http.Headers;
using PfP.Gateway.Tests.Hosting;

namespace PfP.Gateway.Tests.Sessions;

/// <summary>Database or provider away: what is public is readable, who is signed in reads on, and signing in says that it does not work.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData("/practices", null)]
    [InlineData("/practices", "0123456789012345678901234567890123456789012")]
    [InlineData("/api/catalogue/practices", null)]
    public async Task Catalogue_WithoutDatabaseAndProvider_IsReadable(string path, string? session)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream);

        var response = await gateway.GetAsync(path, session is null ? [] : [("Cookie", $"pfp-{gateway.Address.Port}-session={session}")]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/health/ready")).StatusCode);
    }

    [Theory]
    [InlineData("/practices", "en", "Signing in is not possible just now")]
    [InlineData("/fr/practices", "fr", "La connexion n’est pas possible")]
    [InlineData("/es/practices", "es", "No es posible iniciar sesión en este momento")]
    public async Task SignIn_WithoutDatabaseAndProvider_IsExplainedInTheReadersLanguage(string returnUrl, string language, string title)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = TestGateway.Start(upstream, ("Oidc:Origin", "http://127.0.0.1"), ("Authentication:Issuer", "http://127.0.0.1:1"));
        await AssertUnavailableAsync(await gateway.GetAsync($"/bff/login?returnUrl={returnUrl}", ("Accept", "text/html"), ("Host", "127.0.0.1")), language, title);
    }

    [Fact]
    public async Task Session_WhileTheProviderIsAway_ReadsOnAndNobodySignsIn()
    {
        await using var system = new MortalSystem();
        await system.InitializeAsync();
        using var browser = system.OpenBrowser();
        await browser.SignInAsync();

        await system.EndProviderAsync();

        Assert.True(await browser.IsSignedInAsync());
        await browser.GetAsync("/practices?provider=away");
        Assert.True(Assert.Single(system.SeenAt("/practices?provider=away")).Headers.ContainsKey("Authorization"));
        await AssertUnavailableAsync(await browser.GetAsync("/bff/login?returnUrl=/practices", ("Accept", "text/html")), "en", "Signing in is not possible just now");
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Session_WhileTheDatabaseIsAway_ReadsOnUntilItsTokenEnds()
    {
        await using var system = new MortalSystem();
        await system.InitializeAsync();
        using var browser = system.OpenBrowser();
        await browser.SignInAsync();
        await browser.GetAsync("/practices");

        await system.EndDatabaseAsync();

        await browser.GetAsync("/practices?database=away");
        Assert.True(Assert.Single(system.SeenAt("/practices?database=away")).Headers.ContainsKey("Authorization"));
        Assert.True(await browser.IsSignedInAsync());
        await AssertUnavailableAsync(await browser.GetAsync("/bff/login?returnUrl=/practices", ("Accept", "text/html")), "en", "Signing in is not possible just now");

        system.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/practices?token=ended")).StatusCode);
        Assert.False(Assert.Single(system.SeenAt("/practices?token=ended")).Headers.ContainsKey("Authorization"));
        Assert.False(await browser.IsSignedInAsync());
        Assert.NotNull(browser.Session);
    }

    private static async Task AssertUnavailableAsync(HttpResponseMessage response, string language, string title)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(new RetryConditionHeaderValue(TimeSpan.FromSeconds(5)), response.Headers.RetryAfter);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var page = WebUtility.HtmlDecode(await AnswerCacheTests.BodyAsync(response));
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains("/bff/login?returnUrl=", page, StringComparison.Ordinal);
    }
}
