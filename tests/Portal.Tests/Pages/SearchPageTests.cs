using System.Net;

namespace PfP.Portal.Tests.Pages;

public sealed class SearchPageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Facet_WhenAValueIsAdded_KeepsTextAndOtherFiltersAndForgetsThePage()
    {
        var visit = await portal.VisitAsync("/search?q=Money+%26+more&theme=remittances&year=2017&sort=title&page=2");

        Assert.Contains("/search?q=Money%20%26%20more&theme=remittances&year=2017&sort=title&country=KE", visit.Links(".facet"));
        Assert.Contains("/search?q=Money%20%26%20more&theme=remittances&year=2017&sort=title&theme=diaspora", visit.Links(".facet"));
    }

    [Fact]
    public async Task Facet_WhenAValueIsSelected_TakesItOut()
    {
        var visit = await portal.VisitAsync("/search?q=Money&theme=remittances&country=KE");
        var selected = visit.Page.QuerySelector(".facet a[aria-current=true]")!;

        Assert.Equal("/search?q=Money&country=KE", selected.GetAttribute("href"));
        Assert.Contains("Remittances", selected.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chips_WhenFiltersAreSelected_NameThemAndTakeThemAway()
    {
        var visit = await portal.VisitAsync("/search?q=Money&theme=remittances&partner=CH");
        var chips = visit.Page.QuerySelectorAll(".chip-selected");

        Assert.Contains("Theme: Remittances and financial inclusion", chips[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("/search?q=Money&partner=CH", chips[0].GetAttribute("href"));
        Assert.Contains("with Switzerland", chips[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("/search?q=Money", visit.Links(".chips"));
    }

    [Fact]
    public async Task SearchBox_WhenFiltersAreSelected_SendsThemAgain()
    {
        var visit = await portal.VisitAsync("/search?q=Money&theme=remittances&theme=diaspora&page=3");
        var kept = visit.Page.QuerySelectorAll("main form input[type=hidden]").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}");

        Assert.Equal(["theme=remittances", "theme=diaspora"], kept);
    }

    [Fact]
    public async Task Pager_OnAFilteredSearch_KeepsTheFilters()
    {
        var visit = await portal.VisitAsync("/search?q=Money&theme=remittances");

        Assert.Equal("/search?q=Money&theme=remittances&page=2", visit.Page.QuerySelector(".pager a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/search?q=Money&theme=remittances&page=3", visit.Links(".pager")[^2]);
    }

    [Fact]
    public async Task Query_WithUnknownParameters_DropsThem()
    {
        await portal.VisitAsync("/search?q=Money&utm_source=x&theme=&lang=de");

        Assert.Contains("/api/search?q=Money&lang=en", portal.Behind.Asked);
    }

    [Fact]
    public async Task Search_WhenAParameterIsWrong_SaysWhich()
    {
        var visit = await portal.VisitAsync("/search?year=soon");

        Assert.Equal(HttpStatusCode.BadRequest, visit.Status);
        Assert.Contains("year must be a number.", visit.Text("main .notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_WhenNothingIsFound_HelpsOn()
    {
        portal.Behind.SearchIsEmpty = true;
        try
        {
            var visit = await portal.VisitAsync("/search?q=remitances&theme=diaspora");

            Assert.Equal("remittances", visit.Text(".did-you-mean a"));
            Assert.Equal("/search?q=remittances&theme=diaspora", visit.Links(".did-you-mean").Single());
            Assert.Contains("/search?q=remitances", visit.Links("main .notice"));
        }
        finally
        {
            portal.Behind.SearchIsEmpty = false;
        }
    }
}
