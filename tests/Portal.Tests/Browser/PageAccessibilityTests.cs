using PfP.Testing;

namespace PfP.Portal.Tests.Browser;

public sealed class PageAccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
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
    [InlineData("/tools/migration-profiles-repository")]
    [InlineData("/working-groups")]
    [InlineData("/working-groups/covid-19")]
    [InlineData("/announcements")]
    [InlineData("/recommendations")]
    [InlineData("/recommendations/exchange-records")]
    [InlineData("/numbers")]
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
        var page = await browser.LookAsync(path);
        if (path.StartsWith("/map", StringComparison.Ordinal))
        {
            await page.WaitForSelectorAsync(".leaflet-marker-icon");
        }

        await Accessible.AssertInBothWidthsAsync(page);
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
        await Accessible.AssertAsync(page);
        await page.CloseAsync();
    }
}
