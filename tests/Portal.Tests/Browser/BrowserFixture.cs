using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PfP.Testing;

namespace PfP.Portal.Tests.Browser;

/// <summary>Debian's Chromium in front of the portal on a real port; calls of the API go to the services behind it, as the gateway sends them.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly PortalFixture portal = new();
    private IPlaywright? playwright;
    private IBrowser? browser;
    private IBrowserContext? readers;
    private IBrowserContext? members;

    private string Address => portal.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsInstalled)
        {
            return;
        }

        portal.UseKestrel(0);
        await portal.InitializeAsync();
        portal.StartServer();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"] });
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
        Assert.SkipWhen(browser is null, $"{Chromium.Path} is not installed.");
        var page = await (await ContextAsync(width, script, asMember)).NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>To be looked at only, by axe, too: such pages share what the browser keeps, which is most of the time that opening one takes.</summary>
    public async Task<IPage> LookAsync(string path, bool asMember = false)
    {
        Assert.SkipWhen(browser is null, $"{Chromium.Path} is not installed.");
        var context = asMember ? members ??= await LookingAsync(asMember) : readers ??= await LookingAsync(asMember);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    private async Task<IBrowserContext> LookingAsync(bool asMember)
    {
        var context = await ContextAsync(width: 1280, script: true, asMember);
        await context.AddInitScriptAsync(scriptPath: Axe.Script);
        return context;
    }

    private async Task<IBrowserContext> ContextAsync(int width, bool script, bool asMember)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Address, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script });
        if (asMember)
        {
            // As the gateway sends it along.
            await context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Authorization"] = $"Bearer {portal.Issuer.AccessToken(roles: ["administrator"], entity: FakeSubmissions.Owner)}" });
        }

        await context.RouteAsync("**/api/**", ForwardAsync);
        return context;
    }

    private async Task ForwardAsync(IRoute route)
    {
        var asked = new Uri(route.Request.Url);
        await route.FulfillAsync(new() { Response = await route.FetchAsync(new() { Url = portal.Behind.Address + asked.PathAndQuery }) });
    }
}
