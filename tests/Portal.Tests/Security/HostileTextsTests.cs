using System.Text.Json;

namespace PfP.Portal.Tests.Security;

public sealed class HostileTextsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("/practices/hostile")]
    [InlineData("/practices/hostile/v/1")]
    [InlineData("/practices")]
    [InlineData("/search?q=script")]
    [InlineData("/search?q=%3Cscript%3Ealert(1)%3C/script%3E&theme=%22%3E%3Cimg+src=x+onerror=alert(1)%3E")]
    [InlineData("/map?country=%22%3E%3Cscript%3E")]
    [InlineData("/countries/mt")]
    [InlineData("/calls")]
    [InlineData("/calls/hostile")]
    [InlineData("/calls?callStatus=%22%3E%3Cscript%3E")]
    public async Task Page_WithHostileText_ShowsItAsText(string path)
    {
        var visit = await portal.VisitAsync(path);

        Harmless.Check(visit);
    }

    [Theory]
    [InlineData("/contact?about=javascript:alert(1)")]
    [InlineData("/contact?about=//evil.example/practices/x")]
    public async Task Contact_AboutAnotherSite_DoesNotNameIt(string path)
    {
        var visit = await portal.VisitAsync(path);

        Harmless.Check(visit);
        Assert.DoesNotContain("evil.example", visit.Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_WithMarkup_IsReadAsWritten() => Assert.Equal(Samples.Hostile, (await portal.VisitAsync("/practices/hostile")).Text("h1"));

    [Fact]
    public async Task Markdown_Always_KeepsEmphasisAndLinksButNoHtmlAndNoPictures()
    {
        var text = (await portal.VisitAsync("/practices/hostile")).Page.QuerySelector(".text")!;

        Assert.NotNull(text.QuerySelector("strong"));
        Assert.NotNull(text.QuerySelector("a[href='https://example.org/']"));
        Assert.Null(text.QuerySelector("b"));
        Assert.Null(text.QuerySelector("img"));
        Assert.Null(text.QuerySelector("a[href^='javascript']"));
    }

    [Fact]
    public async Task JsonLd_WithAHostileTitle_IsOneValidObject()
    {
        var visit = await portal.VisitAsync("/practices/hostile");
        var data = JsonDocument.Parse(visit.Page.QuerySelector("script[type='application/ld+json']")!.TextContent);

        Assert.Equal(Samples.Hostile, data.RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Highlights_InAHostileTitle_MarkOnlyTheFoundWords()
    {
        var visit = await portal.VisitAsync("/search?q=script");
        var title = visit.Page.QuerySelectorAll(".entry-title").Single(heading => heading.TextContent == Samples.Hostile);

        Assert.All(title.QuerySelectorAll("mark"), mark => Assert.Equal("script", mark.TextContent));
        Assert.Equal(2, title.QuerySelectorAll("mark").Length);
    }

    [Theory]
    [MemberData(nameof(PageTypes.All), MemberType = typeof(PageTypes))]
    public async Task Page_Always_LivesUnderAStrictContentPolicy(string path)
    {
        var visit = await portal.VisitAsync(path);

        Assert.Empty(visit.Page.QuerySelectorAll("style, [style], iframe, object, embed, base"));
        Assert.All(visit.Page.Scripts.Where(script => script.Type != "application/ld+json"), script => Assert.StartsWith("/", script.Source, StringComparison.Ordinal));
        Assert.All(visit.Page.QuerySelectorAll("link[rel=stylesheet], img, image"), item =>
            Assert.StartsWith("/", item.GetAttribute("href") ?? item.GetAttribute("src"), StringComparison.Ordinal));
        Assert.False(visit.Headers.Contains("Set-Cookie"));
    }
}
