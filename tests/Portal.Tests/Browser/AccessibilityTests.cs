using System.Text.Json;
using Microsoft.Playwright;
using PfP.Portal.Tests.Members;
using PfP.Testing;

namespace PfP.Portal.Tests.Browser;

public sealed class AccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=Money&theme=remittances")]
    [InlineData("/practices")]
    [InlineData("/practices/sending-money-home")]
    [InlineData("/calls")]
    [InlineData("/calls/closing")]
    [InlineData("/calls/informal")]
    [InlineData("/map")]
    [InlineData("/map?country=KE")]
    [InlineData("/countries")]
    [InlineData("/countries/ke")]
    [InlineData("/help")]
    [InlineData($"/clearance?token={FakeSubmissions.ClearanceToken}")]
    [InlineData("/report?about=/practices/sending-money-home")]
    [InlineData("/confirmation?token=asked")]
    [InlineData("/calls/replied-here")]
    [InlineData("/calls/open-to-all/reply")]
    [InlineData("/calls/for-members/reply")]
    [InlineData("/calls/reply?token=unconfirmed")]
    [InlineData("/unsubscribe?token=of-a-mail")]
    [InlineData("/nothing")]
    public async Task Page_InBothWidths_HasNoViolationAndNoHorizontalScroll(string path)
    {
        var page = await browser.OpenAsync(path);
        if (path.StartsWith("/map", StringComparison.Ordinal))
        {
            await page.WaitForSelectorAsync(".leaflet-marker-icon");
        }

        await AssertAccessibleInBothWidthsAsync(page);
    }

    [Theory]
    [MemberData(nameof(MemberPages.All), MemberType = typeof(MemberPages))]
    [InlineData("/practices/sending-money-home")]
    public async Task PageForMembers_InBothWidths_HasNoViolationAndNoHorizontalScroll(string path)
    {
        await AssertAccessibleInBothWidthsAsync(await browser.OpenAsync(path, asMember: true));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task MenuOfAMember_OpenedByKeyboard_HasNoViolationAndStaysOnTheScreen(int width)
    {
        var page = await browser.OpenAsync("/fr/practices", width, asMember: true);

        await page.FocusAsync(".session summary");
        await page.Keyboard.PressAsync("Enter");
        var menu = (await page.Locator(".session ul").BoundingBoxAsync())!;

        Assert.True(await page.Locator(".session button").IsVisibleAsync());
        Assert.InRange(menu.X, 0, width - menu.Width);
        await page.AddScriptTagAsync(new() { Path = Axe.Script });
        await AssertAccessibleAsync(page);
        await page.CloseAsync();
    }

    [Fact]
    public async Task DraftWithAKeptText_InBothWidths_HasNoViolationAndNoHorizontalScroll()
    {
        var page = await browser.OpenAsync($"/contribute/{FakeSubmissions.Draft}", asMember: true);
        await page.EvaluateAsync($"localStorage.setItem('draft:{FakeSubmissions.Draft}', '_handler=form&version=2')");
        await page.ReloadAsync();
        await page.Locator("#draft-kept").WaitForAsync();

        await AssertAccessibleInBothWidthsAsync(page);
    }

    [Fact]
    public async Task DraftThatSomebodyElseChanged_InBothWidths_HasNoViolationAndNoHorizontalScroll()
    {
        var page = await browser.OpenAsync($"/contribute/{FakeSubmissions.Draft}", asMember: true);
        await page.EvaluateAsync("document.querySelector('form[data-draft] [name=version]').value = 2");
        await page.FillAsync("input[name=title]", "Mine");
        await page.Locator("#draft-status").Filter(new() { HasText = "somebody else" }).WaitForAsync();

        await AssertAccessibleInBothWidthsAsync(page);
    }

    /// <summary>On a desk and on a telephone.</summary>
    private static async Task AssertAccessibleInBothWidthsAsync(IPage page)
    {
        await page.AddScriptTagAsync(new() { Path = Axe.Script });
        await AssertAccessibleAsync(page);

        await page.SetViewportSizeAsync(390, 900);
        await AssertAccessibleAsync(page);
        await page.CloseAsync();
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        var violations = await page.EvaluateAsync<JsonElement>(Axe.Violations);
        var isTooWide = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth");

        Assert.Empty(violations.EnumerateArray().Select(violation => violation.GetString()));
        Assert.False(isTooWide);
    }
}
