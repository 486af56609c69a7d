using System.Net;
using PfP.Gateway.Tests.Provider;

namespace PfP.Gateway.Tests.Sessions;

/// <summary>Answers that the browser did not ask for, or from somebody it did not ask.</summary>
public sealed class CallbackTests : IClassFixture<MisbehavingSystem>
{
    private readonly MisbehavingSystem _system;

    public CallbackTests(MisbehavingSystem system)
    {
        _system = system;
        system.Provider.Behave();
    }

    public static TheoryData<string, string?> Spoiled => new()
    {
        { "state", null },
        { "state", "another" },
        { "iss", null },
        { "iss", "http://127.0.0.1:1" },
        { "code", null },
        { "error", "access_denied" },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public async Task Answer_ThatDoesNotFit_SignsNobodyIn(string parameter, string? value)
    {
        _system.Provider.Answer = answer => answer[parameter] = value;
        using var browser = _system.OpenBrowser();

        await AssertRefusedAsync(browser, await browser.FollowAsync(await browser.GetAsync("/bff/login?returnUrl=/practices")));
    }

    [Fact]
    public async Task Answer_WithAParameterTwice_SignsNobodyIn()
    {
        using var browser = _system.OpenBrowser();
        var callback = await CallbackAsync(browser);

        await AssertRefusedAsync(browser, await browser.GetAsync($"{callback}&iss={Uri.EscapeDataString(_system.Issuer)}"));
    }

    [Fact]
    public async Task Answer_ThatAnotherBrowserWasGiven_SignsNobodyIn()
    {
        using var attacker = _system.OpenBrowser();
        using var victim = _system.OpenBrowser();
        var callback = await CallbackAsync(attacker);
        await victim.GetAsync("/bff/login?returnUrl=/practices");

        await AssertRefusedAsync(victim, await victim.GetAsync(callback));
    }

    // With a state of its own the answer looks like the victim's: the nonce says that the code is another sign-in's.
    [Fact]
    public async Task Answer_WithTheCodeOfAnotherSignIn_SignsNobodyIn()
    {
        using var attacker = _system.OpenBrowser();
        using var victim = _system.OpenBrowser();
        var stolen = CodeOf(await CallbackAsync(attacker));
        var callback = await CallbackAsync(victim);

        await AssertRefusedAsync(victim, await victim.GetAsync(callback.Replace(CodeOf(callback), stolen, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Answer_ThatWasTakenAlready_SignsNobodyInAgain()
    {
        using var browser = _system.OpenBrowser();
        var callback = await CallbackAsync(browser);
        await browser.GetAsync(callback);
        await browser.SubmitAsync("/bff/logout");

        await AssertRefusedAsync(browser, await browser.GetAsync(callback));
    }

    [Theory]
    [InlineData(400, HttpStatusCode.BadRequest)]
    [InlineData(401, HttpStatusCode.ServiceUnavailable)]
    [InlineData(500, HttpStatusCode.ServiceUnavailable)]
    public async Task Code_ThatTheProviderDoesNotTake_SignsNobodyIn(int status, HttpStatusCode shown)
    {
        _system.Provider.Token = context =>
        {
            context.Response.StatusCode = status;
            return Task.FromResult(true);
        };
        using var browser = _system.OpenBrowser();

        var response = await browser.GetAsync(await CallbackAsync(browser));

        Assert.Equal(shown, response.StatusCode);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Answer_AfterAQuarterOfAnHour_IsTooLate()
    {
        await using var system = new MisbehavingSystem();
        await system.InitializeAsync();
        using var browser = system.OpenBrowser();
        var callback = await CallbackAsync(browser);
        foreach (Cookie cookie in browser.Cookies.GetCookies(browser.Home))
        {
            cookie.Expires = default;
        }

        system.Clock.Advance(TimeSpan.FromMinutes(16));

        await AssertRefusedAsync(browser, await browser.GetAsync(callback));
    }

    [Fact]
    public async Task TwoTabs_ThatSignInAtOnce_BothArrive()
    {
        using var browser = _system.OpenBrowser();
        var first = await CallbackAsync(browser, "/practices");
        var second = await CallbackAsync(browser, "/tools");

        Assert.Equal("/practices", (await browser.GetAsync(first)).Headers.Location!.OriginalString);
        Assert.Equal("/tools", (await browser.GetAsync(second)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Number_ThatTheBrowserBrought_IsNotTheSessionsNumber()
    {
        using var attacker = _system.OpenBrowser();
        await attacker.SignInAsync();
        var planted = attacker.Session!;
        using var victim = _system.OpenBrowser();
        victim.Cookies.Add(victim.Home, new Cookie(victim.SessionName, planted));

        await victim.SignInAsync();

        Assert.NotEqual(planted, victim.Session);
        Assert.False(await attacker.IsSignedInAsync());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\r\nLocation: https://evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData("/bff/login")]
    [InlineData("/connect/logout")]
    [InlineData("")]
    public async Task ReturnUrl_ThatLeadsElsewhere_LeadsHome(string returnUrl)
    {
        using var browser = _system.OpenBrowser();

        var response = await browser.GetAsync(await CallbackAsync(browser, returnUrl));
        var signedOut = await browser.GetAsync($"/bff/signed-out?state={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal("/", response.Headers.Location!.OriginalString);
        Assert.Equal("/", signedOut.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SignIns_BegunAndNeverFinished_DoNotFillTheBrowser()
    {
        using var browser = _system.OpenBrowser();

        for (var time = 0; time < 12; time++)
        {
            await browser.GetAsync("/bff/login");
            Assert.InRange(browser.Cookies.Count, 1, 5);
        }

        await browser.SignInAsync();
    }

    [Fact]
    public async Task Redirects_Always_TurnIntoAGet()
    {
        using var browser = _system.OpenBrowser();
        var login = await browser.GetAsync("/bff/login");
        var callback = await browser.GetAsync(await CallbackAsync(browser));
        var logout = await browser.SubmitAsync("/bff/logout");

        Assert.All([login, callback, logout], response => Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode));
    }

    private static async Task<string> CallbackAsync(Browser browser, string returnUrl = "/practices")
    {
        var login = await browser.GetAsync($"/bff/login?returnUrl={Uri.EscapeDataString(returnUrl)}");
        var response = await browser.FollowAsync(login, until: next => next.AbsolutePath == "/bff/callback");
        return response.Headers.Location!.ToString();
    }

    private static string CodeOf(string callback) => System.Web.HttpUtility.ParseQueryString(new Uri(callback).Query)["code"]!;

    private static async Task AssertRefusedAsync(Browser browser, HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(await browser.IsSignedInAsync());
    }
}
