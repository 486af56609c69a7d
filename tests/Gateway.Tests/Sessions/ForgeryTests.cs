using System.Net;
using PfP.Gateway.Tests.Provider;

namespace PfP.Gateway.Tests.Sessions;

/// <summary>Requests that another site makes with a member's browser.</summary>
public sealed class ForgeryTests : IClassFixture<MisbehavingSystem>
{
    private const string Api = "/api/notifications/preferences";
    private const string Page = "/members/profile";

    private readonly MisbehavingSystem _system;

    public ForgeryTests(MisbehavingSystem system)
    {
        _system = system;
        system.Provider.Behave();
    }

    public static TheoryData<string, string?, string?> Forged => new()
    {
        { Api, null, null },
        { Api, "Sec-Fetch-Site", "cross-site" },
        { Api, "Sec-Fetch-Site", "same-site" },
        { Api, "Sec-Fetch-Site", "none" },
        { Api, "Origin", "null" },
        { Api, "Origin", "https://evil.example" },
        { Page, null, null },
        { Page, "Sec-Fetch-Site", "cross-site" },
        { Page, "Sec-Fetch-Site", "same-site" },
        { Page, "Origin", "null" },
        { Page, "Origin", "https://evil.example" },
        { "/bff/logout", null, null },
        { "/bff/logout", "Sec-Fetch-Site", "cross-site" },
        { "/bff/logout", "Sec-Fetch-Site", "same-site" },
        { "/bff/logout", "Origin", "null" },
        { "/bff/logout", "Origin", "https://evil.example" },
    };

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task Change_ThatAnotherSiteAsksFor_IsRefused(string path, string? header, string? value)
    {
        using var browser = await SignInAsync();
        var seen = _system.SeenAt(path).Count;

        var response = await browser.SendAsync(HttpMethod.Post, path, new StringContent("change"), header is null ? [] : [(header, value!), ("X-PfP-Request", "1")]);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(seen, _system.SeenAt(path).Count);
        Assert.True(await browser.IsSignedInAsync());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Change_OfTheApiWithoutItsHeader_IsRefused(string method)
    {
        using var browser = await SignInAsync();

        var response = await browser.SendAsync(new HttpMethod(method), $"{Api}/{method}", new StringContent("change"), ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Empty(_system.SeenAt($"{Api}/{method}"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Change_ThatOurOwnPageAsksFor_ArrivesWithATokenAndItsBody(bool modern)
    {
        using var browser = await SignInAsync();
        var target = $"{Api}?modern={modern}";
        var from = modern ? ("Sec-Fetch-Site", "same-origin") : ("Origin", browser.Home.GetLeftPart(UriPartial.Authority));

        await browser.SendAsync(HttpMethod.Put, target, new StringContent("change"), from, ("X-PfP-Request", "1"));

        var seen = Assert.Single(_system.SeenAt(target));
        Assert.Equal("change", seen.Body);
        Assert.StartsWith("Bearer access-", seen.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/members/form")]
    [InlineData("/desk/form")]
    [InlineData("/contribute")]
    [InlineData("/es/contribute/form")]
    public async Task Form_OfOurOwnPage_NeedsNoHeader(string page)
    {
        using var browser = await SignInAsync();

        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(page, ("name", "value"))).StatusCode);
    }

    [Fact]
    public async Task Change_OfAVisitor_IsForTheServiceToDecide()
    {
        await _system.Gateway.SendAsync(HttpMethod.Post, "/api/notifications/visitor");

        Assert.False(Assert.Single(_system.SeenAt("/api/notifications/visitor")).Headers.ContainsKey("Authorization"));
    }

    /// <summary>Mail programs send it (RFC 8058): without cookies, and without any header of ours.</summary>
    [Fact]
    public async Task OneClick_OfAMailProgram_ReachesTheService()
    {
        using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var answer = await _system.Gateway.Http.PostAsync(new Uri("/api/notifications/unsubscribe?token=x", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var seen = Assert.Single(_system.SeenAt("/api/notifications/unsubscribe?token=x"));
        Assert.Equal(("POST", false), (seen.Method, seen.Headers.ContainsKey("Authorization")));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("https://evil.example")]
    public async Task Answer_ToAPageOfAnotherSite_IsNotForItToRead(string origin)
    {
        using var browser = await SignInAsync();

        var read = await browser.GetAsync("/bff/user", ("Origin", origin), ("Sec-Fetch-Site", "cross-site"));
        var asked = await browser.SendAsync(
            HttpMethod.Options, Api, null, ("Origin", origin), ("Access-Control-Request-Method", "PUT"), ("Access-Control-Request-Headers", "x-pfp-request"));

        Assert.All([read, asked], answer => Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Logout_AskedForByALink_DoesNotExist()
    {
        using var browser = await SignInAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/bff/logout")).StatusCode);
        await browser.GetAsync("/bff/signed-out?state=/practices");

        Assert.True(await browser.IsSignedInAsync());
    }

    private async Task<Browser> SignInAsync()
    {
        var browser = _system.OpenBrowser();
        await browser.SignInAsync();
        return browser;
    }
}
