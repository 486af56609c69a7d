namespace PfP.Portal.Tests.Pages;

public sealed class MapPageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task List_WithoutScript_OffersEveryCountryOfTheMapByRegion()
    {
        var visit = await portal.VisitAsync("/map?theme=remittances");

        Assert.Contains("/map?theme=remittances&country=KE", visit.Links("#map-panel"));
        Assert.Contains("/map?theme=remittances&country=MT", visit.Links("#map-panel"));
        Assert.Contains("/map?theme=remittances&region=002", visit.Links("#map-panel"));
    }

    [Fact]
    public async Task Country_WhenChosen_ListsItsEntriesBesideTheMap()
    {
        var visit = await portal.VisitAsync("/map?country=KE");

        Assert.Contains("/practices/sending-money-home", visit.Links("#map-panel .entries"));
        Assert.Equal("true", visit.Page.QuerySelector("#map-panel a[data-code=KE]")!.GetAttribute("aria-current"));
        Assert.Contains(portal.Behind.Asked, asked => asked.StartsWith("/api/search?country=KE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Entries_WithoutACountry_AreListedBesideTheMap()
    {
        var visit = await portal.VisitAsync("/map");

        Assert.Contains("/tools/guide", visit.Links("#map-panel"));
        Assert.Contains("And 2 more", visit.Text("#map-panel"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/map", "endorsed")]
    [InlineData("/fr/map", "approbation")]
    [InlineData("/es/map", "aprobación")]
    public async Task Map_InEveryLanguage_HasTheBoundaryDisclaimer(string path, string word) =>
        Assert.Contains(word, (await portal.VisitAsync(path)).Text("main"), StringComparison.Ordinal);
}
