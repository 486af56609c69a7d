using System.Net;
using Microsoft.AspNetCore.Http;
using PfP.Gateway.Tests.Provider;
using PfP.Testing;

namespace PfP.Gateway.Tests.Sessions;

/// <summary>Renewals that the provider does not grant, or not as it should.</summary>
public sealed class FailedRefreshTests : IClassFixture<MisbehavingSystem>
{
    private static readonly TimeSpan AlmostATokensLife = TimeSpan.FromSeconds(280);

    private readonly MisbehavingSystem _system;

    public FailedRefreshTests(MisbehavingSystem system)
    {
        _system = system;
        system.Provider.Behave();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(401)]
    [InlineData(404)]
    public async Task Session_WhileTheProviderFails_ReadsOnAndIsRenewedLater(int status)
    {
        using var browser = await SignInAsync();
        Answer(status);
        _system.Clock.Advance(AlmostATokensLife);
        var target = $"/practices?status={status}";

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(target)).StatusCode);
        Assert.StartsWith("Bearer access-", _system.SeenAt(target)[0].Headers["Authorization"], StringComparison.Ordinal);

        _system.Clock.Advance(AlmostATokensLife);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(target)).StatusCode);
        Assert.False(_system.SeenAt(target)[1].Headers.ContainsKey("Authorization"));
        Assert.False(await browser.IsSignedInAsync());

        await AssertRenewedAsync(browser);
    }

    [Fact]
    public async Task Session_WhoseTokenEndedWhileTheProviderFails_ChangesNothing()
    {
        using var browser = await SignInAsync();
        Answer(503);
        _system.Clock.Advance(TimeSpan.FromMinutes(6));

        var response = await browser.SendAsync(
            HttpMethod.Put, "/api/notifications/uncertain", new StringContent("change"), ("Sec-Fetch-Site", "same-origin"), ("X-PfP-Request", "1"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Empty(_system.SeenAt("/api/notifications/uncertain"));
        await AssertRenewedAsync(browser);
    }

    [Fact]
    public async Task Provider_ThatFails_IsAskedOnceAndNotByEverybody()
    {
        using var browser = await SignInAsync();
        var asked = 0;
        _system.Provider.Token = async context =>
        {
            Interlocked.Increment(ref asked);
            await Task.Delay(200, context.RequestAborted);
            context.Response.StatusCode = 503;
            return true;
        };
        _system.Clock.Advance(AlmostATokensLife);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => browser.GetAsync("/practices")));

        Assert.Equal(1, asked);
        _system.Clock.Advance(AlmostATokensLife);
        await AssertRenewedAsync(browser);
    }

    [Fact]
    public async Task Session_ThatTheProviderHasEnded_IsOver()
    {
        using var browser = await SignInAsync();
        _system.Provider.Token = async context =>
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(new { error = "invalid_grant" });
            return true;
        };
        _system.Clock.Advance(AlmostATokensLife);

        await AssertOverAsync(browser);
    }

    [Fact]
    public async Task Session_WhoseNewIdTokenSpeaksOfAnother_IsOver()
    {
        using var browser = await SignInAsync();
        _system.Provider.IdToken = token => token.Payload["sub"] = Guid.NewGuid();
        _system.Clock.Advance(AlmostATokensLife);

        await AssertOverAsync(browser);
    }

    [Fact]
    public async Task Session_WhoseUserinfoSpeaksOfAnother_IsOver()
    {
        using var browser = await SignInAsync();
        _system.Provider.UserInfo = () => new { sub = Guid.NewGuid(), name = "Somebody Else" };
        _system.Clock.Advance(AlmostATokensLife);

        await AssertOverAsync(browser);
    }

    [Fact]
    public async Task Role_ThatWasGivenMeanwhile_ArrivesWithTheNextToken()
    {
        using var browser = await SignInAsync();
        _system.Provider.UserInfo = () => new { sub = MisbehavingProvider.Member, name = "Test Member", role = new[] { "member", "moderator" } };
        _system.Clock.Advance(AlmostATokensLife);

        Assert.Equal(["member", "moderator"], (await browser.UserAsync()).GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
    }

    private async Task<Browser> SignInAsync()
    {
        var browser = _system.OpenBrowser();
        await browser.SignInAsync();
        return browser;
    }

    private void Answer(int status) => _system.Provider.Token = context =>
    {
        context.Response.StatusCode = status;
        return Task.FromResult(true);
    };

    // A provider that failed is left alone for a moment.
    private async Task AssertRenewedAsync(Browser browser)
    {
        _system.Provider.Behave();
        await Eventually.TrueAsync(browser.IsSignedInAsync, "the session is renewed");
    }

    private static async Task AssertOverAsync(Browser browser)
    {
        Assert.False(await browser.IsSignedInAsync());
        Assert.Null(browser.Session);
    }
}
