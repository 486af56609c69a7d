using System.Net;
using Microsoft.AspNetCore.Http;
using PfP.Gateway.Tests.Hosting;
using PfP.Gateway.Tests.Provider;

namespace PfP.Gateway.Tests.Sessions;

/// <summary>What the services behind see of a browser's session, and what browsers may keep of the answers.</summary>
public sealed class ForwardingTests : IClassFixture<MisbehavingSystem>
{
    private readonly MisbehavingSystem _system;

    public ForwardingTests(MisbehavingSystem system)
    {
        _system = system;
        system.Provider.Behave();
        system.Upstream.Answer = context =>
        {
            context.Response.Headers.CacheControl = context.Request.Path == "/design/pfp.css" ? "max-age=31536000, immutable" : "public, max-age=30";
            return context.Response.WriteAsync("upstream", context.RequestAborted);
        };
    }

    [Theory]
    [InlineData("/practices?forwarded", true, ".AspNetCore.Antiforgery.x=form")]
    [InlineData("/members?forwarded", true, ".AspNetCore.Antiforgery.x=form")]
    [InlineData("/api/notifications/forwarded", true, ".AspNetCore.Antiforgery.x=form")]
    [InlineData("/account/forwarded", false, ".AspNetCore.Antiforgery.x=form; pfp-account=theirs")]
    [InlineData("/connect/forwarded", false, ".AspNetCore.Antiforgery.x=form; pfp-account=theirs")]
    public async Task Service_BehindASession_SeesATokenAndOnlyTheCookiesItNeeds(string target, bool asSomebody, string cookies)
    {
        using var browser = await SignInAsync();
        foreach (var (name, value) in new[] { (".AspNetCore.Antiforgery.x", "form"), ("pfp-account", "theirs"), ("pfp-9090-session", "of-a-copy"), ("__Host-pfp-443-session", "old") })
        {
            browser.Cookies.Add(browser.Home, new Cookie(name, value));
        }

        await browser.GetAsync(target);

        var seen = Assert.Single((IEnumerable<SeenRequest>)[.. _system.SeenAt(target), .. _system.Provider.SeenAt(target)]).Headers;
        Assert.Equal(asSomebody, seen.TryGetValue("Authorization", out var token) && token.StartsWith("Bearer access-", StringComparison.Ordinal));
        Assert.Equal(cookies, seen["Cookie"]);
    }

    [Fact]
    public async Task Client_WithATokenOfItsOwn_IsPassedOnAsItIs()
    {
        using var browser = await SignInAsync();

        var response = await browser.SendAsync(HttpMethod.Post, "/api/notifications/machine", new StringContent("change"), ("Authorization", "Bearer of-a-machine"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Bearer of-a-machine", Assert.Single(_system.SeenAt("/api/notifications/machine")).Headers["Authorization"]);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Identity_ClaimedInAHeader_IsDropped()
    {
        await _system.Gateway.GetAsync("/practices?claimed", ("X-User-Id", "1"), ("X-Forwarded-User", "admin"), ("X_Auth_Request_Email", "a@example.org"));

        Assert.DoesNotContain(
            Assert.Single(_system.SeenAt("/practices?claimed")).Headers.Keys, name => name.Contains("user", StringComparison.OrdinalIgnoreCase) || name.Contains("auth", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Page_OfSomebody_IsKeptByNobody()
    {
        using var browser = await SignInAsync();

        var first = await browser.GetAsync("/practices?kept");
        var second = await browser.GetAsync("/practices?kept");

        Assert.Equal("no-store", first.Headers.CacheControl!.ToString());
        Assert.False(second.Headers.Contains("Age"));
        Assert.Equal(2, _system.SeenAt("/practices?kept").Count);
    }

    [Fact]
    public async Task Page_OfNobody_IsKeptUntilACookieComes()
    {
        var first = await _system.Gateway.GetAsync("/practices?anonymous");
        var second = await _system.Gateway.GetAsync("/practices?anonymous");

        Assert.All([first, second], response => Assert.Contains("Cookie", response.Headers.Vary));
        Assert.True(second.Headers.Contains("Age"));
        Assert.Equal("public, max-age=30", second.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/members")]
    [InlineData("/fr/desk")]
    [InlineData("/report")]
    [InlineData("/es/report?about=/practices/x")]
    [InlineData("/fr/unsubscribe?token=x")]
    [InlineData("/api/notifications/unsubscribe?token=x")]
    [InlineData("/api/members/directory")]
    [InlineData("/account/security")]
    [InlineData("/es/account/security")]
    public async Task Address_ThatIsPrivate_IsKeptByNobody(string path)
    {
        var response = await _system.Gateway.GetAsync(path);

        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task File_ThatNeverChanges_IsKeptByEverybody()
    {
        using var browser = await SignInAsync();

        Assert.Equal("max-age=31536000, immutable", (await browser.GetAsync("/design/pfp.css")).Headers.CacheControl!.ToString());
    }

    private async Task<Browser> SignInAsync()
    {
        var browser = _system.OpenBrowser();
        await browser.SignInAsync();
        return browser;
    }
}
