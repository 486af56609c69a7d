using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using PfP.Testing;
using PfP.Testing.Identity;

namespace PfP.Identity.Tests.Browser;

public sealed class PasskeyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Passkey_OnceAdded_SignsInWithoutPasswordAndOnlyOnceWithOneAnswer()
    {
        var page = await browser.OpenAsync("member@example.org", "/account/security");
        await AddAuthenticatorAsync(page);

        await page.FillAsync("#passkey-name", "office laptop");
        await page.ClickAsync("text=Add a passkey");
        await page.ArriveAsync("**/account/security?saved");
        Assert.Contains("office laptop", await page.TextContentAsync("main"), StringComparison.Ordinal);

        await page.GotoAsync("/account/sign-out");
        await page.ClickAsync("main button");
        await page.GotoAsync("/account/sign-in");
        string? posted = null;
        page.Request += (_, request) => posted = request.PostData?.Contains("credential", StringComparison.Ordinal) == true ? request.PostData : posted;
        await page.ClickAsync("text=Sign in with a passkey");
        await page.ArriveAsync("**/account");
        Assert.Contains("member@example.org", await page.TextContentAsync("main"), StringComparison.Ordinal);

        // The same answer with the same form, sent once more.
        await page.Context.ClearCookiesAsync(new() { Name = $"pfp-account-{new Uri(browser.Address).Port}" });
        var replayed = await page.Context.APIRequest.PostAsync($"{browser.Address}/account/sign-in", new()
        {
            DataString = posted,
            Headers = [new("Content-Type", "application/x-www-form-urlencoded")],
            MaxRedirects = 0,
        });
        Assert.Equal(422, replayed.Status);
    }

    [Fact]
    public async Task Passkey_WithoutUserVerification_IsRefused()
    {
        var page = await browser.OpenAsync("focal-point@example.org", "/account/security");
        await AddAuthenticatorAsync(page, verified: false);

        await page.ClickAsync("text=Add a passkey");

        await page.WaitForFunctionAsync("document.querySelector('form[data-passkey] [role=status]').textContent.length > 0");
    }

    [Fact]
    public async Task Passkey_OfAnotherAccount_IsNotAdded()
    {
        var theirs = await browser.OpenAsync("pending@example.org", "/account/security");
        await AddAuthenticatorAsync(theirs);
        string? answer = null;
        await theirs.RouteAsync("**/account/security", async route =>
        {
            answer = route.Request.PostData;
            await route.AbortAsync();
        });
        await theirs.ClickAsync("text=Add a passkey");
        await Eventually.TrueAsync(() => answer is not null, "the answer of their passkey");
        var mine = await browser.OpenAsync("focal-point@example.org", "/account/security");
        var form = QueryHelpers.ParseQuery(answer);

        await mine.EvalOnSelectorAsync("form[data-passkey]", """
            (form, [credential, state]) => { form.elements.credential.value = credential; form.elements.state.value = state; HTMLFormElement.prototype.submit.call(form); }
            """, new[] { form["credential"].ToString(), form["state"].ToString() });
        await mine.WaitForSelectorAsync(".error-summary");

        Assert.Equal(0, await mine.Locator("form:has-text('Remove')").CountAsync());
    }

    [Fact]
    public async Task Passkey_WhoseCounterFellBack_IsRefused()
    {
        var page = await browser.OpenAsync("member@example.org", "/account/security");
        var (session, authenticator) = await AddAuthenticatorAsync(page);
        await page.ClickAsync("text=Add a passkey");
        await page.ArriveAsync("**/account/security?saved");
        var before = await CredentialAsync(session, authenticator);
        await SignInAsync(page);
        await page.ArriveAsync("**/account");

        // What a copy of the key would do: it counts from where it was copied.
        await session.SendAsync("WebAuthn.clearCredentials", new() { ["authenticatorId"] = authenticator });
        await session.SendAsync("WebAuthn.addCredential", new() { ["authenticatorId"] = authenticator, ["credential"] = before });
        await SignInAsync(page);
        await page.WaitForSelectorAsync(".error-summary");

        Assert.EndsWith("/account/sign-in", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:{0}", false, true)]
    [InlineData("http://localhost:{0}", true, false)]
    [InlineData("http://localhost", false, false)]
    [InlineData("https://localhost:{0}", false, false)]
    [InlineData("http://localhost.evil.example:{0}", false, false)]
    [InlineData("http://evil.localhost:{0}", false, false)]
    public async Task Passkey_UsedOnAnotherOrigin_IsRefused(string origin, bool isFramed, bool isGood)
    {
        var options = browser.Services.GetRequiredService<IOptions<IdentityPasskeyOptions>>().Value;
        var asked = new PasskeyOriginValidationContext
        {
            HttpContext = new DefaultHttpContext(),
            Origin = string.Format(System.Globalization.CultureInfo.InvariantCulture, origin, new Uri(browser.Address).Port),
            CrossOrigin = isFramed,
            TopOrigin = null,
        };

        Assert.Equal(("localhost", "required"), (options.ServerDomain, options.UserVerificationRequirement));
        Assert.Equal(isGood, await options.ValidateOrigin!(asked));
    }

    [Fact]
    public async Task Page_WithoutScript_OffersNoPasskey()
    {
        var page = await browser.OpenAsync("/account/sign-in", script: false);

        Assert.False(await page.Locator("text=Sign in with a passkey").IsVisibleAsync());
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/account/sign-out");
        if (await page.Locator("main form button").CountAsync() > 0)
        {
            await page.ClickAsync("main form button");
        }

        await page.GotoAsync("/account/sign-in");
        await page.ClickAsync("text=Sign in with a passkey");
    }

    private static async Task<JsonElement> CredentialAsync(ICDPSession session, string authenticator)
    {
        var answer = await session.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = authenticator });
        return answer!.Value.GetProperty("credentials")[0];
    }

    private static async Task<(ICDPSession Session, string Authenticator)> AddAuthenticatorAsync(IPage page, bool verified = true)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = VirtualAuthenticator.Options(verified) });
        return (session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }
}
