using System.Net;
using System.Web;
using Npgsql;
using PfP.Gateway.Tests.Provider;

namespace PfP.Gateway.Tests.Sessions;

/// <summary>Signing in and out with a provider that nobody here wrote.</summary>
public sealed class SignInTests(IndependentSystem system) : IClassFixture<IndependentSystem>
{
    [Fact]
    public async Task Member_WhoSignsIn_ComesBackAndIsKnown()
    {
        using var browser = system.OpenBrowser();

        var page = await browser.SignInAsync("/fr/search?q=envois%20de%20fonds");

        Assert.Equal("/fr/search?q=envois%20de%20fonds", page.RequestMessage!.RequestUri!.PathAndQuery);
        var user = await browser.UserAsync();
        Assert.True(user.GetProperty("signedIn").GetBoolean());
        Assert.Equal("Test Member", user.GetProperty("name").GetString());
        Assert.Equal(["member", "focal_point"], user.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.Equal("country:MD", user.GetProperty("entity").GetString());
        Assert.Equal("fr", user.GetProperty("locale").GetString());
    }

    [Fact]
    public async Task Visitor_WhoAsksWhoIsSignedIn_IsToldNobody()
    {
        using var browser = system.OpenBrowser();

        var response = await browser.GetAsync("/bff/user");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("{\"signedIn\":false}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Request_ToTheProvider_UsesCodePkceStateAndNonce()
    {
        using var browser = system.OpenBrowser();

        var login = await browser.GetAsync("/bff/login?returnUrl=/es/practices");

        var query = HttpUtility.ParseQueryString(login.Headers.Location!.Query);
        Assert.Equal(HttpStatusCode.SeeOther, login.StatusCode);
        Assert.Equal("code", query["response_type"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal(43, query["code_challenge"]!.Length);
        Assert.Equal(43, query["state"]!.Length);
        Assert.Equal(43, query["nonce"]!.Length);
        Assert.Equal("es", query["ui_locales"]);
        Assert.Equal(new Uri(browser.Home, "/bff/callback").ToString(), query["redirect_uri"]);
    }

    [Fact]
    public async Task Browser_AfterSignIn_HoldsANumberAndNoToken()
    {
        using var browser = system.OpenBrowser();
        await browser.SignInAsync();
        await browser.GetAsync("/practices");
        var token = system.Upstream.Seen.Last().Headers["Authorization"]["Bearer ".Length..];

        Assert.Equal(43, browser.Session!.Length);
        Assert.DoesNotContain(browser.Cookies.GetAllCookies().Where(cookie => cookie.Name.StartsWith("pfp-", StringComparison.Ordinal)), cookie => cookie.Name != browser.SessionName);
        Assert.DoesNotContain(token, (await browser.UserAsync()).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SessionCookie_UnderPlainHttp_IsHttpOnlyAndLax()
    {
        using var browser = system.OpenBrowser();
        var callback = await browser.FollowAsync(await browser.GetAsync("/bff/login"), until: next => next.AbsolutePath == "/practices" || next.AbsolutePath == "/");

        var cookie = callback.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith(browser.SessionName, StringComparison.Ordinal));

        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_OfSessions_ContainsNeitherNumberNorTokenNorName()
    {
        using var browser = system.OpenBrowser();
        await browser.SignInAsync();
        await browser.GetAsync("/practices");
        var token = system.Upstream.Seen.Last().Headers["Authorization"]["Bearer ".Length..];

        await using var database = NpgsqlDataSource.Create(system.Database);
        await using var command = database.CreateCommand("select string_agg(encode(key, 'escape') || encode(secrets, 'escape') || sessions::text, ' ') from sessions");
        var stored = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;

        Assert.NotEmpty(stored);
        Assert.DoesNotContain(browser.Session!, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(token, stored, StringComparison.Ordinal);
        Assert.DoesNotContain("Test Member", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_WhoSignsOut_IsSignedOutHereAndAtTheProvider()
    {
        using var browser = system.OpenBrowser();
        await browser.SignInAsync();
        var stolen = browser.Session!;

        var atProvider = await browser.FollowAsync(await browser.SubmitAsync("/bff/logout", ("returnUrl", "/fr/practices")));
        var form = await atProvider.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var xsrf = form.Split("name=\"xsrf\" value=\"")[1].Split('"')[0];
        var confirm = new Uri(atProvider.RequestMessage!.RequestUri!, "/session/end/confirm");
        var end = await browser.FollowAsync(await browser.SubmitAsync(confirm.ToString(), ("xsrf", xsrf), ("logout", "yes")));

        Assert.Equal("/fr/practices", end.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Null(browser.Session);
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal("{\"signedIn\":false}", await BodyAsync(await system.Gateway.GetAsync("/bff/user", ("Cookie", $"{browser.SessionName}={stolen}"))));
    }

    [Fact]
    public async Task Person_SignedInAtTheProviderOnly_IsAskedThereWhenTheySignOut()
    {
        using var browser = system.OpenBrowser();

        var answer = await browser.SubmitAsync("/bff/logout", ("returnUrl", "/fr/practices"));

        var leadsTo = new Uri(answer.Headers.Location!.ToString());
        Assert.Equal((HttpStatusCode.SeeOther, "/session/end"), (answer.StatusCode, leadsTo.AbsolutePath));
        Assert.Contains("ui_locales=fr", leadsTo.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("id_token_hint", leadsTo.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_Always_HasTheBrowserForgetWhatPagesKeptInIt()
    {
        using var browser = system.OpenBrowser();
        await browser.SignInAsync();

        var answer = await browser.SubmitAsync("/bff/logout");

        Assert.Equal("\"storage\"", answer.Headers.GetValues("Clear-Site-Data").Single());
    }

    [Fact]
    public async Task Member_WhoSignsOutAtTheProvider_IsSignedOutInEveryBrowserOfThatSession()
    {
        using var browser = system.OpenBrowser();
        await browser.SignInAsync();
        var atProvider = await browser.GetAsync(new Uri(new Uri(system.Issuer), "/session/end").ToString());
        var xsrf = (await BodyAsync(atProvider)).Split("name=\"xsrf\" value=\"")[1].Split('"')[0];

        await browser.SubmitAsync(new Uri(new Uri(system.Issuer), "/session/end/confirm").ToString(), ("xsrf", xsrf), ("logout", "yes"));

        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Login_UnderAnotherNameOfTheHost_GoesToThePublicOriginFirst()
    {
        var response = await system.Gateway.GetAsync("/bff/login?returnUrl=/practices", ("Host", $"localhost:{system.Gateway.Address.Port}"));

        Assert.Equal(new Uri(system.Gateway.Address, "/bff/login?returnUrl=%2Fpractices"), response.Headers.Location);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    private static Task<string> BodyAsync(HttpResponseMessage response) => AnswerCacheTests.BodyAsync(response);
}
