using System.Text.Json;
using Microsoft.Playwright;
using PfP.Testing;

namespace PfP.Portal.Tests.Browser;

/// <summary>What every page has to be.</summary>
internal static class Accessible
{
    /// <summary>On a desk and on a telephone; closes the page.</summary>
    public static async Task AssertInBothWidthsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.AddScriptTagAsync(new() { Path = Axe.Script });
        }

        await AssertAsync(page);

        await page.SetViewportSizeAsync(390, 900);
        await AssertAsync(page);
        await page.CloseAsync();
    }

    /// <summary>The page has axe's script already.</summary>
    public static async Task AssertAsync(IPage page)
    {
        var violations = await page.EvaluateAsync<JsonElement>(Axe.Violations);
        var isTooWide = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth");

        Assert.Empty(violations.EnumerateArray().Select(violation => violation.GetString()));
        Assert.False(isTooWide);
    }
}
