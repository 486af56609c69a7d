using Microsoft.Playwright;
using PfP.Testing;

namespace PfP.EndToEnd;

public sealed class ReaderJourneyTests(RunningSystem system)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_FromTheHomePage_FindsARemittancePracticeAndItsCountry(bool script)
    {
        var page = await system.OpenAsync("/", script);

        await page.Locator("main input[name=q]").First.FillAsync("remittances");
        await page.Locator("main input[name=q]").First.PressAsync("Enter");
        // The results are what is waited for: a page may be complete before anybody waits for its load event.
        await page.ArriveAsync("**/search?*q=remittances*");
        await page.Locator("main h2 a, main h3 a").First.WaitForAsync();
        var hits = await page.Locator("main h2 a, main h3 a").AllInnerTextsAsync();
        Assert.Contains(hits.Take(3), title => title.Contains("PRIME", StringComparison.Ordinal));
        Assert.Contains(hits.Take(3), title => title.Contains("Sending Money Home", StringComparison.Ordinal));

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("PRIME") }).First.ClickAsync();
        await page.ArriveAsync("**/practices/*");
        Assert.Contains("PRIME", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Map_ForEveryCountryItLists_LeadsToThatCountrysEntries()
    {
        var page = await system.OpenAsync("/map", script: false);
        var targets = await page.Locator("main a[href*='country=']").EvaluateAllAsync<string[]>("links => [...new Set(links.map(link => link.getAttribute('href')))]");

        Assert.True(targets.Length >= 24, $"The map lists {targets.Length} countries.");
        using var client = new HttpClient { BaseAddress = new(system.Address) };
        foreach (var target in targets)
        {
            var answer = await client.GetAsync(new Uri(target, UriKind.RelativeOrAbsolute), Cancellation);
            Assert.True(answer.IsSuccessStatusCode, target);
            Assert.Matches("href=\"/(practices|tools|calls|sessions)/", await answer.Content.ReadAsStringAsync(Cancellation));
        }

        await page.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_OfCalls_SeesTheArchivesDeadlinesAndFindsThemBySearch(bool script)
    {
        var page = await system.OpenAsync("/calls", script);

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Informal Inquiry on Migration Profiles") }).First.ClickAsync();
        await page.Locator(".deadline").WaitForAsync();
        Assert.Contains("Replies were taken until March 2013", await page.Locator(".deadline").InnerTextAsync(), StringComparison.Ordinal);
        await page.CloseAsync();

        using var client = new HttpClient { BaseAddress = new(system.Address) };
        await Eventually.TrueAsync(
            async () => (await client.GetStringAsync(new Uri("/api/search?kind=call&callStatus=closed", UriKind.Relative), Cancellation)).StartsWith("{\"total\":2,", StringComparison.Ordinal),
            "both calls are found");
    }

    [Fact]
    public async Task Portal_InFrench_KeepsTheReaderThere()
    {
        var page = await system.OpenAsync("/fr/practices");

        await page.Locator("main a[href^='/fr/practices/']").First.ClickAsync();

        Assert.Equal("fr", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Contains("/fr/practices/", page.Url, StringComparison.Ordinal);
        await page.CloseAsync();
    }
}
