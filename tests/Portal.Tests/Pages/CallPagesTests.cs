namespace PfP.Portal.Tests.Pages;

public sealed class CallPagesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task List_Always_GroupsWhatIsOpenBeforeWhatIsOver()
    {
        var visit = await portal.VisitAsync("/calls");

        Assert.Equal(["Open", "Upcoming", "Closed", "From the archive"], visit.Page.QuerySelectorAll("main section > h2").Select(heading => heading.TextContent));
        Assert.Equal(["/calls/closing", "/calls/rolling"], visit.Page.QuerySelectorAll("section[aria-labelledby=calls-open] .entry-title a").Select(link => link.GetAttribute("href")));
        Assert.Contains("until 1 March 2094, 17:00", visit.Text("section[aria-labelledby=calls-open]"), StringComparison.Ordinal);
        Assert.Contains("12 days left", visit.Text("section[aria-labelledby=calls-open]"), StringComparison.Ordinal);
        Assert.DoesNotContain("No call is open", visit.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ForAStatus_AsksForItAndMarksIt()
    {
        var visit = await portal.VisitAsync("/calls?callStatus=closed");

        Assert.Contains(portal.Behind.Asked, asked => asked.StartsWith("/api/calls?status=closed", StringComparison.Ordinal));
        Assert.Equal("Closed", visit.Page.QuerySelector(".toolbar a[aria-current]")!.TextContent);
        Assert.NotNull(visit.Page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Theory]
    [InlineData("/calls/closing", "Replies until 1 March 2094, 17:00 (Zurich time; 1 March 2094, 16:00 UTC)")]
    [InlineData("/fr/calls/closing", "Réponses jusqu’au 1 mars 2094 à 17:00 (heure de Zurich; 1 mars 2094 à 16:00 UTC)")]
    [InlineData("/es/calls/closing", "Respuestas hasta el 1 marzo 2094, 17:00 (hora de Zurich; 1 marzo 2094, 16:00 UTC)")]
    [InlineData("/calls/upcoming", "Replies until 1 June 2094 (end of the day, Mexico City time; 2 June 2094, 06:00 UTC)")]
    [InlineData("/calls/month", "Replies were taken until March 2013 (the source names only the month)")]
    [InlineData("/calls/rolling", "Replies are taken until further notice.")]
    public async Task Call_WithItsDeadline_SaysItAsItsOwnerDoesAndInUtc(string path, string expected)
    {
        var visit = await portal.VisitAsync(path);

        Assert.Contains(visit.Page.QuerySelectorAll(".deadline"), line => Words(line.TextContent) == expected);
    }

    [Fact]
    public async Task Call_SaysItsAddressesBesideItsScript()
    {
        var visit = await portal.VisitAsync("/fr/calls/closing");

        Assert.Equal("http://localhost/fr/calls/closing", visit.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Contains(visit.Page.Scripts, script => script.Source!.Contains("local-time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_ThatIsOver_OffersNoCalendarEntry()
    {
        Assert.Contains("/calls/closing/deadline.ics", (await portal.VisitAsync("/calls/closing")).Links("main"));
        Assert.DoesNotContain("/calls/month/deadline.ics", (await portal.VisitAsync("/calls/month")).Links("main"));
    }

    [Fact]
    public async Task Call_ThatWasInformal_IsNeverShownAsOpen()
    {
        var visit = await portal.VisitAsync("/calls/informal");

        Assert.Contains("Archived, informal", visit.Text(".page-head"), StringComparison.Ordinal);
        Assert.Null(visit.Page.QuerySelector(".deadline"));
        Assert.Contains("/summits/10", visit.Links("main"));
    }

    [Theory]
    [InlineData("/countries/ke", "country=KE")]
    [InlineData("/themes/remittances", "theme=remittances")]
    [InlineData("/regions/002", "region=002")]
    [InlineData("/organisations/ifad", "organisation=ifad")]
    [InlineData("/summits/10", "summit=10")]
    public async Task Page_OfWhatACallNames_ListsIt(string path, string filter)
    {
        var visit = await portal.VisitAsync(path);

        Assert.Contains(portal.Behind.Asked, asked => asked.StartsWith($"/api/calls?{filter}", StringComparison.Ordinal));
        Assert.Contains("/calls/closing", visit.Links("main"));
    }

    [Fact]
    public async Task Home_WhileCallsAreOpen_ShowsThem() => Assert.Contains("/calls/closing", (await portal.VisitAsync("/")).Links("main"));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
