using PfP.Testing;

namespace PfP.Portal.Tests.Browser;

public sealed class MapTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Country_WhenClickedOnTheMap_ListsItsEntries()
    {
        var page = await browser.OpenAsync("/map");
        await page.WaitForSelectorAsync(".leaflet-marker-icon");

        await page.Locator("path.leaflet-interactive").First.DispatchEventAsync("click");

        await page.ArriveAsync("**/map?country=*");
        await page.WaitForSelectorAsync("#map-panel .entries a");
    }

    [Fact]
    public async Task Group_WhenChosenWithTheKeyboard_ListsItsEntries()
    {
        var page = await browser.OpenAsync("/map");
        await page.WaitForSelectorAsync(".leaflet-marker-icon");

        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "2 entries" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.ArriveAsync("**/map?country=MT");
        await page.WaitForFunctionAsync("document.querySelector('#map-panel h2').textContent.startsWith('Malta')");
    }

    [Fact]
    public async Task SmallIsland_WithoutAShape_HasADot()
    {
        var page = await browser.OpenAsync("/map");
        await page.WaitForSelectorAsync(".leaflet-marker-icon");

        // Kenya is a shape; Mauritius and Malta are too small for one.
        Assert.Equal(3, await page.Locator("path.leaflet-interactive").CountAsync());
    }

    [Fact]
    public async Task Country_WhenChosenInTheList_CanBeLeftWithTheBackButton()
    {
        var page = await browser.OpenAsync("/map");
        await page.WaitForSelectorAsync(".leaflet-marker-icon");

        await page.ClickAsync("#map-panel a[data-code=MU]");
        await page.ArriveAsync("**/map?country=MU");
        await page.GoBackAsync();

        await page.WaitForFunctionAsync("document.querySelector('#map-panel h2').textContent.startsWith('Countries')");
    }

    [Fact]
    public async Task Country_WithoutScript_IsChosenInTheList()
    {
        var page = await browser.OpenAsync("/map", script: false);

        await page.ClickAsync("#map-panel a[data-code=KE]");

        Assert.Contains("Kenya", await page.Locator("#map-panel h2").First.TextContentAsync(), StringComparison.Ordinal);
    }
}
