using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace PfP.Portal.Tests.Browser;

/// <summary>Debian's Chromium in front of the portal on a real port; calls of the API go to the services behind it, as the gateway sends them.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly PortalFixture portal = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    private string Address => portal.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        portal.UseKestrel(0);
        await portal.InitializeAsync();
        portal.StartServer();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
            playwright?.Dispose();
            await portal.DisposeAsync();
        }
    }

    public async Task<IPage> OpenAsync(string path, int width = 1280, bool script = true, bool asMember = false)
    {
        Assert.SkipWhen(browser is null, $"{Chromium} is not installed.");
        var page = await browser!.NewPageAsync(new() { BaseURL = Address, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script });
        if (asMember)
        {
            // As the gateway sends it along.
            await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Authorization"] = $"Bearer {portal.Issuer.AccessToken(roles: ["administrator"], entity: FakeSubmissions.Owner)}" });
        }

        await page.RouteAsync("**/api/**", ForwardAsync);
        await page.GotoAsync(path);
        return page;
    }

    private async Task ForwardAsync(IRoute route)
    {
        var asked = new Uri(route.Request.Url);
        await route.FulfillAsync(new() { Response = await route.FetchAsync(new() { Url = portal.Behind.Address + asked.PathAndQuery }) });
    }
}
