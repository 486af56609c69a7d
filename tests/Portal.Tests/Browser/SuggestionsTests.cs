using Microsoft.Playwright;
using PfP.Testing;

namespace PfP.Portal.Tests.Browser;

public sealed class SuggestionsTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Suggestion_WhenChosenWithArrowsAndEnter_OpensItInTheReadersLanguage()
    {
        var page = await browser.OpenAsync("/fr");
        var box = page.GetByRole(AriaRole.Combobox);

        await box.PressSequentiallyAsync("mon");
        await page.WaitForSelectorAsync(".suggestions li");
        await box.PressAsync("ArrowDown");
        Assert.Equal("home-q-suggestions-0", await box.GetAttributeAsync("aria-activedescendant"));
        await box.PressAsync("Enter");

        await page.ArriveAsync("**/fr/practices/sending-money-home");
    }

    [Fact]
    public async Task Suggestion_WithMarkup_IsShownAsText()
    {
        var page = await browser.OpenAsync("/");

        await page.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("scr");

        Assert.Equal(Samples.Hostile, await page.Locator(".suggestions li").Nth(1).TextContentAsync());
    }

    [Fact]
    public async Task Escape_WhenSuggestionsAreOpen_ClosesThemAndKeepsTheText()
    {
        var page = await browser.OpenAsync("/");
        var box = page.GetByRole(AriaRole.Combobox);
        await box.PressSequentiallyAsync("mon");
        await page.WaitForSelectorAsync(".suggestions li");

        await box.PressAsync("Escape");

        Assert.Equal("false", await box.GetAttributeAsync("aria-expanded"));
        Assert.Equal("mon", await box.InputValueAsync());
    }
}
