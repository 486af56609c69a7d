using System.Text.Json;
using Microsoft.Playwright;
using PfP.Portal.Tests.Members;
using PfP.Testing;

namespace PfP.Portal.Tests.Browser;

public sealed class AccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly string Axe = Path.Combine(Repository.Root, "node_modules", "axe-core", "axe.min.js");

    private static readonly string[] Paths =
    [
        "/", "/search?q=Money&theme=remittances", "/practices", "/practices/sending-money-home", "/map", "/map?country=KE", "/countries", "/countries/ke", "/help", "/nothing",
    ];

    /// <summary>Each page on a desk and on a telephone.</summary>
    public static TheoryData<string, int> Views => [.. Paths.SelectMany(path => new (string, int)[] { (path, 1280), (path, 390) })];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Page_InBothWidths_HasNoViolationAndNoHorizontalScroll(string path, int width)
    {
        var page = await browser.OpenAsync(path, width);
        if (path.StartsWith("/map", StringComparison.Ordinal))
        {
            await page.WaitForSelectorAsync(".leaflet-marker-icon");
        }

        await AssertAccessibleAsync(page);
        await page.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(MemberPages.All), MemberType = typeof(MemberPages))]
    public async Task PageForMembers_InBothWidths_HasNoViolationAndNoHorizontalScroll(string path)
    {
        var page = await browser.OpenAsync(path, 1280, asMember: true);
        await AssertAccessibleAsync(page);

        await page.SetViewportSizeAsync(390, 900);
        await AssertAccessibleAsync(page);
        await page.CloseAsync();
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
        await AssertAccessibleAsync(page);
        await page.CloseAsync();
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        await page.AddScriptTagAsync(new() { Path = Axe });
        var violations = await page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`)");
        var isTooWide = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth");

        Assert.Empty(violations.EnumerateArray().Select(violation => violation.GetString()));
        Assert.False(isTooWide);
    }
}
