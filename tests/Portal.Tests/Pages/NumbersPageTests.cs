namespace PfP.Portal.Tests.Pages;

public sealed class NumbersPageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Figures_AreThoseOfTheSearch_AsBarsAndInATableThatLeadsToThem()
    {
        var visit = await portal.VisitAsync("/numbers");
        var figure = visit.Page.GetElementById("by-kind")!;

        Assert.Equal(["Practices 3", "Policy tools 1"], figure.QuerySelectorAll("tbody tr").Select(row => $"{row.Children[0].TextContent} {row.Children[1].TextContent}"));
        Assert.Equal(["/search?kind=practice", "/search?kind=tool"], figure.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["360", "120"], figure.QuerySelectorAll("rect").Select(bar => bar.GetAttribute("width")));
        Assert.Equal(["Practices", "Policy tools"], figure.QuerySelectorAll("svg text").Select(text => text.TextContent));
    }

    [Fact]
    public async Task Figures_WithoutAnyEntry_AreLeftOut()
    {
        portal.Behind.SearchIsEmpty = true;
        var visit = await portal.VisitAsync("/es/numbers");
        portal.Behind.SearchIsEmpty = false;

        Assert.Empty(visit.Page.QuerySelectorAll(".chart"));
        Assert.Contains("0 fichas publicadas", visit.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
