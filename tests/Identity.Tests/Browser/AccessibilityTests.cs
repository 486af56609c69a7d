using System.Text.Json;
using Microsoft.Playwright;
using PfP.Testing;

namespace PfP.Identity.Tests.Browser;

public sealed class AccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    // Where pictures of the pages are wanted, PFP_PICTURES names the folder.
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PFP_PICTURES");

    private static readonly string[] Open = ["/account/sign-in", "/account/forgot", "/account/forgot?sent", "/account/register", "/account/register?sent", "/account/reset", "/account/join", "/account/nothing"];

    private static readonly string[] Own = ["/account", "/account/security", "/account/password", "/account/set-up", "/account/activity", "/account/data", "/account/sign-out"];

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Pages_InBothWidths_HaveNoViolationAndNoHorizontalScroll(int width)
    {
        var page = await browser.OpenAsync("/account/sign-in", width);
        foreach (var path in Open)
        {
            await page.GotoAsync(path);
            await CheckAsync(page, path, width);
        }

        await page.GotoAsync("/fr/account/register");
        await page.ClickAsync("main form button");
        await CheckAsync(page, "/fr/account/register with errors", width);
        page = await browser.OpenAsync("focal-point@example.org", "/account", width);
        foreach (var path in Own)
        {
            await page.GotoAsync(path);
            await CheckAsync(page, path, width);
        }

        page = await browser.OpenAsync("pending@example.org", "/account", width);
        await CheckAsync(page, "pending", width);
    }

    private static async Task CheckAsync(IPage page, string path, int width)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{path.Trim('/').Replace('/', '-').Replace('?', '-')}-{width}.png"), FullPage = true });
        }

        await page.AddScriptTagAsync(new() { Path = Axe.Script });
        var violations = await page.EvaluateAsync<JsonElement>(Axe.Violations);
        var isTooWide = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth");

        Assert.Empty(violations.EnumerateArray().Select(violation => $"{path}: {violation.GetString()}"));
        Assert.False(isTooWide, path);
    }
}
