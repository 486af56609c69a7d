using System.Net;

namespace PfP.Portal.Tests.Pages;

/// <summary>Each test breaks services, so each has a portal of its own.</summary>
public sealed class OutagesTests : IAsyncLifetime
{
    private readonly PortalFixture portal = new();

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("/practices")]
    [InlineData("/practices/sending-money-home")]
    [InlineData("/fr/countries")]
    [InlineData("/countries/ke")]
    [InlineData("/summits/10")]
    [InlineData("/organisations/ifad")]
    public async Task Page_WhenTheCatalogueIsDown_IsAPoliteError(string path)
    {
        portal.Behind.CatalogueFails = true;

        var visit = await portal.VisitAsync(path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, visit.Status);
        Assert.Equal("no-store", visit.Headers.CacheControl!.ToString());
        Assert.NotNull(visit.Headers.RetryAfter);
        Assert.EndsWith(path, visit.Page.QuerySelector("main a.button")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/themes")]
    [InlineData("/themes/remittances")]
    [InlineData("/regions/002")]
    public async Task Page_WhenOnlyAPartNeedsTheCatalogue_IsShownButNotKept(string path)
    {
        portal.Behind.CatalogueFails = true;

        var visit = await portal.VisitAsync(path);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Equal("no-store", visit.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/calls")]
    [InlineData("/calls/closing")]
    public async Task Page_WhenCallsAreDown_IsAPoliteError(string path)
    {
        portal.Behind.CallsFail = true;

        var visit = await portal.VisitAsync(path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, visit.Status);
        Assert.Equal("no-store", visit.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/countries/ke")]
    [InlineData("/themes/remittances")]
    public async Task Page_WhenOnlyItsCallsAreMissing_IsShownButNotKept(string path)
    {
        portal.Behind.CallsFail = true;

        var visit = await portal.VisitAsync(path);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Equal("no-store", visit.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Home_WhenCallsAreDown_IsShownWithoutThemButNotKept()
    {
        portal.Behind.CallsFail = true;

        var visit = await portal.VisitAsync("/");

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Equal("no-store", visit.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("/calls/closing", visit.Links("main"));
    }

    [Theory]
    [InlineData("/calls")]
    [InlineData("/calls/closing")]
    public async Task Calls_WhenCatalogueAndSearchAreDown_StayComplete(string path)
    {
        portal.Behind.CatalogueFails = portal.Behind.SearchFails = true;

        Assert.Equal(HttpStatusCode.OK, (await portal.VisitAsync(path)).Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/practices")]
    [InlineData("/practices/sending-money-home")]
    [InlineData("/themes/remittances")]
    [InlineData("/countries/ke")]
    public async Task Catalogue_WhenSearchIsDown_StaysComplete(string path)
    {
        portal.Behind.SearchFails = true;

        var visit = await portal.VisitAsync(path);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Equal("public, max-age=30", visit.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Search_WhenDown_SaysSoAndOffersTheLists()
    {
        portal.Behind.SearchFails = true;

        var visit = await portal.VisitAsync("/search?q=money");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, visit.Status);
        Assert.Contains("/countries", visit.Links("main"));
        Assert.Equal("money", visit.Page.QuerySelector("main input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Map_WhenSearchIsDown_StillListsTheCountries()
    {
        portal.Behind.SearchFails = true;

        var visit = await portal.VisitAsync("/map");

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Equal("no-store", visit.Headers.CacheControl!.ToString());
        Assert.Equal(["KE", "MU", "MT"], visit.Page.QuerySelectorAll("#map-panel a[data-code]").Select(link => link.GetAttribute("data-code")));
    }

    [Theory]
    [InlineData("/sitemap.xml")]
    [InlineData("/practices/feed.atom")]
    [InlineData("/calls/deadlines.ics")]
    [InlineData("/calls/feed.atom")]
    [InlineData("/calls/closing/deadline.ics")]
    public async Task Feed_WhenItsServiceIsDown_IsUnavailable(string path)
    {
        portal.Behind.CatalogueFails = portal.Behind.CallsFail = true;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await portal.VisitAsync(path)).Status);
    }
}
