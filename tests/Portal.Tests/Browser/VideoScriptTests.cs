using System.Collections.Concurrent;

namespace PfP.Portal.Tests.Browser;

/// <summary>Nobody hears of a reader before they press a video.</summary>
public sealed class VideoScriptTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Video_IsAskedForNoSoonerThanItIsPressed()
    {
        var asked = new ConcurrentQueue<string>();
        var page = await browser.OpenAsync("/accessibility");
        await page.RouteAsync(url => url.Contains("youtube", StringComparison.Ordinal), async route =>
        {
            asked.Enqueue(route.Request.Url);
            await route.FulfillAsync(new() { ContentType = "text/html", Body = "<p>The player</p>" });
        });

        await page.GotoAsync("/practices/sending-money-home");
        Assert.Empty(asked);
        await page.Locator("a.video-box").ClickAsync();
        await page.FrameLocator("iframe.video-frame").GetByText("The player").WaitForAsync();

        Assert.Equal(["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"], asked);
        Assert.Equal("Sending Money Home", await page.Locator("iframe.video-frame").GetAttributeAsync("title"));
        await page.CloseAsync();
    }
}
