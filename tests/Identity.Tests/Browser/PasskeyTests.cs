using System.Text.Json;
using Microsoft.Playwright;

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
        await page.WaitForURLAsync("**/account/security?saved");
        Assert.Contains("office laptop", await page.TextContentAsync("main"), StringComparison.Ordinal);

        await page.GotoAsync("/account/sign-out");
        await page.ClickAsync("main button");
        await page.GotoAsync("/account/sign-in");
        string? posted = null;
        page.Request += (_, request) => posted = request.PostData?.Contains("credential", StringComparison.Ordinal) == true ? request.PostData : posted;
        await page.ClickAsync("text=Sign in with a passkey");
        await page.WaitForURLAsync("**/account");
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
    public async Task Page_WithoutScript_OffersNoPasskey()
    {
        var page = await browser.OpenAsync("/account/sign-in", script: false);

        Assert.False(await page.Locator("text=Sign in with a passkey").IsVisibleAsync());
    }

    private static async Task AddAuthenticatorAsync(IPage page, bool verified = true)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = JsonSerializer.SerializeToElement(new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = verified,
                isUserVerified = verified,
                automaticPresenceSimulation = true,
            }),
        });
    }
}
