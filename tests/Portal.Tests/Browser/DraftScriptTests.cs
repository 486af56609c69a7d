using Microsoft.Playwright;

namespace PfP.Portal.Tests.Browser;

/// <summary>What draft.js notices by itself; how it saves is shown in the whole system.</summary>
public sealed class DraftScriptTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly string Draft = $"/contribute/{FakeSubmissions.Draft}";

    [Theory]
    [InlineData("document.querySelector('[name=title]').value = 'Early'")]
    [InlineData("document.querySelector('[name=type]').selectedIndex = 2")]
    [InlineData("document.querySelector('[name=themes]:not(:checked)').checked = true")]
    public async Task Script_ThatComesAfterTheFirstKey_SavesWhatWasTyped(string typed)
    {
        var page = await browser.OpenAsync("/contribute", asMember: true);
        await page.RouteAsync("**/draft.*js", async route =>
        {
            await page.Locator("#draft-status").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await page.EvaluateAsync(typed);
            await route.ContinueAsync();
        });
        await page.GotoAsync(Draft);

        await page.Locator("#draft-status").Filter(new() { HasText = "Saved at" }).WaitForAsync();
        await page.CloseAsync();
    }

    [Fact]
    public async Task Script_WhereNothingIsTyped_KeepsNothing()
    {
        var page = await browser.OpenAsync(Draft, asMember: true);

        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
        await page.CloseAsync();
    }
}
