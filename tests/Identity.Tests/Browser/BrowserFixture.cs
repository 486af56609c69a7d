using Microsoft.Playwright;
using PfP.Testing;
using PfP.Testing.Mail;
using PfP.Testing.Servers;

namespace PfP.Identity.Tests.Browser;

/// <summary>Debian's Chromium before the account pages on a real port of localhost, which browsers take for a secure origin.</summary>
public sealed class BrowserFixture() : ServiceHost<Program>("identity")
{
    private readonly SmtpSink mail = new();
    private readonly int port = LocalServer.FreePort();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Address => $"http://localhost:{port}";

    public override async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Chromium.IsInstalled, $"{Chromium.Path} is not installed.");
        Settings["ConnectionStrings:mail"] = mail.ConnectionString;
        Settings["SharedKeys:Secret"] = IdentityHost.KeySecret;
        Settings["Issuer"] = Address;
        Settings["Mail:Origin"] = Address;
        Settings["Members:SamplePassword"] = People.Password;
        UseKestrel(port);
        await base.InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
    }

    public override async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
            playwright?.Dispose();
        }

        await base.DisposeAsync();
        await mail.DisposeAsync();
    }

    public async Task<IPage> OpenAsync(string path, int width = 1280, bool script = true)
    {
        var page = await browser!.NewPageAsync(new() { BaseURL = Address, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script });
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Signs in as one of the sample accounts.</summary>
    public async Task<IPage> OpenAsync(string email, string path, int width = 1280)
    {
        var page = await OpenAsync("/account/sign-in", width);
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", People.Password);
        await page.ClickAsync("form >> text=Sign in");
        await page.ArriveAsync("**/account**");
        await page.GotoAsync(path);
        return page;
    }
}
