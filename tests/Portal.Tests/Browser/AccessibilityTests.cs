using System.Text.Json;
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

        await page.AddScriptTagAsync(new() { Path = Axe });
        var violations = await page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`)");
        var isTooWide = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth");

        Assert.Empty(violations.EnumerateArray().Select(violation => violation.GetString()));
        Assert.False(isTooWide);
        await page.CloseAsync();
    }
}
