using System.Net;

namespace PfP.Portal.Tests.Reviews;

/// <summary>The secretariat reads a year in numbers; what is missing is never 0.</summary>
public sealed class YearReviewPageTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private const string Path = "/desk/yearly-review";

    private static readonly int ThisYear = TimeProvider.System.GetUtcNow().Year;

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    public void Dispose() => portal.Behind.CatalogueFails = portal.Behind.CallsFail = portal.Behind.SearchFails = portal.Members.Fails = false;

    [Fact]
    public async Task Figures_LeadToWhatTheyCount_WithTheSameFilters()
    {
        var visit = await portal.VisitAsync($"/fr{Path}/2025", Moderator);

        Assert.Equal("Bilan annuel 2025", visit.Text("h1"));
        Assert.Equal(["Pratiques publiées 11", "Outils publiés 0"], Rows(visit, "#by-entries tbody").Take(2));
        Assert.Equal(["Appels ouverts 1 200", "Appels clos 1", "Résultats publiés 0", "Réponses reçues 5", "Pays ayant répondu 1"], Rows(visit, "#by-calls tbody"));
        Assert.Equal(["7", "6", "8"], Cells(visit, "#by-members tbody td"));
        Assert.Equal("/fr/search?kind=practice&publishedFrom=2025-01-01&publishedTo=2025-12-31", visit.Links("#by-entries")[0]);
        Assert.Equal(["/fr/calls?openedIn=2025", "/fr/calls?closedIn=2025", "/fr/calls?outcomeIn=2025"], visit.Links("#by-calls"));
        Assert.Contains("/api/search?kind=tool&publishedFrom=2025-01-01&publishedTo=2025-12-31&pageSize=1&lang=fr", portal.Behind.Asked);
    }

    [Fact]
    public async Task Countries_StandByTheirSum_WithoutWhatIsNothing_AndTheTotalsAtTheBottom()
    {
        var visit = await portal.VisitAsync($"{Path}/2025", Moderator);

        Assert.Equal(["Country", "Practices published", "Entries updated", "Calls opened", "Calls closed", "Replies received", "Follow-ups recorded", "Sum"], Cells(visit, "#by-country thead th"));
        Assert.Equal(["Kenya 10 2 1,200 0 0 1 1,213", "Moldova 0 0 1 1 2 0 4", "Malta 0 0 0 0 0 3 3"], Rows(visit, "#by-country tbody"));
        Assert.Equal(["All of PfP 11 2 1,200 1 5 3 1,222"], Rows(visit, "#by-country tfoot"));
        Assert.Equal(
            ["/search?kind=practice&publishedFrom=2025-01-01&publishedTo=2025-12-31&country=KE", "/calls?openedIn=2025&country=KE", "/calls?openedIn=2025&country=MD", "/calls?closedIn=2025&country=MD"],
            visit.Links("#by-country"));
        Assert.Equal(["Remittances and financial inclusion 11 11"], Rows(visit, "#by-theme tbody"));
        Assert.Equal(["360", "2", "2"], visit.Page.QuerySelectorAll("#by-most-country rect").Select(bar => bar.GetAttribute("width")));
    }

    [Fact]
    public async Task Years_AreThoseSinceTheFirst_AndTheLastWholeOneIsShown()
    {
        var visit = await portal.VisitAsync(Path, Moderator);
        var unfinished = await portal.VisitAsync($"{Path}/{ThisYear}", Moderator);

        Assert.Equal(Enumerable.Range(2017, ThisYear - 2016).Reverse().Select(year => $"{Path}/{year}"), visit.Links("nav[aria-label=Years]"));
        Assert.Equal($"{ThisYear - 1}", visit.Text("nav[aria-label=Years] [aria-current]"));
        Assert.Empty(visit.Page.QuerySelectorAll("main p strong"));
        Assert.StartsWith("The year is not over", unfinished.Text("main p strong"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AYear_WithNothing_SaysSo()
    {
        var visit = await portal.VisitAsync($"/es{Path}/{FakeYears.Quiet}", Moderator);

        Assert.Equal("En 2019 no se publicó, recibió ni registró nada.", visit.Text("main p.notice"));
        Assert.Empty(visit.Page.QuerySelectorAll("main table, main svg"));
    }

    [Theory]
    [InlineData("search", "Practices published; Policy tools published; PfP sessions published; Recommendations published", "#by-entries", "Entries updated 2")]
    [InlineData("catalogue", "Entries updated; Follow-ups recorded", "#by-entries", "Practices published 11")]
    [InlineData("calls", "Calls opened; Calls closed; Outcomes published; Replies received; Countries that replied", "#by-followUps", "Follow-ups recorded 3")]
    [InlineData("members", "Introductions asked for; Of these, accepted; Conversations begun about entries", "#by-calls", "Calls opened 1,200")]
    public async Task AService_ThatDoesNotAnswer_LeavesItsFiguresOut_AndIsNotZero(string service, string missing, string group, string there)
    {
        Break(service);

        foreach (var year in new[] { 2025, FakeYears.Quiet })
        {
            var visit = await portal.VisitAsync($"{Path}/{year}", Moderator);

            Assert.Equal(HttpStatusCode.OK, visit.Status);
            Assert.Contains(missing, visit.Text("main .notice"), StringComparison.Ordinal);
            Assert.DoesNotContain(visit.Page.QuerySelectorAll("main tbody th"), cell => missing.Split("; ").Contains(cell.TextContent.Trim()));
            Assert.DoesNotContain(visit.Links("main"), link => link.EndsWith(".csv", StringComparison.Ordinal));
            Assert.Empty(visit.Page.QuerySelectorAll("main p.notice"));
            Assert.True(year == FakeYears.Quiet || Rows(visit, $"{group} tbody").Contains(there));
        }
    }

    [Theory]
    [InlineData("/1899")]
    [InlineData("/2999")]
    [InlineData("/1899.csv")]
    [InlineData("/2999.csv")]
    [InlineData("/soon")]
    public async Task AYear_ThatIsNoneOrToCome_IsNotFound(string year) => Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync(Path + year, Moderator)).Status);

    [Fact]
    public async Task CallsThatItLeadsTo_AreThoseOfTheYear_AndSaidToBe()
    {
        var visit = await portal.VisitAsync("/fr/calls?openedIn=2025&country=KE&callStatus=closed", Moderator);

        Assert.Contains(portal.Behind.Asked, asked => asked.StartsWith("/api/calls?status=closed&openedIn=2025&country=KE&", StringComparison.Ordinal));
        Assert.Equal(["/fr/calls?country=KE", "/fr/calls?openedIn=2025"], visit.Links("ul.chips"));
        Assert.Contains("Ouverts en 2025", visit.Text("ul.chips"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchThatItLeadsTo_SaysByWhichDays()
    {
        var visit = await portal.VisitAsync("/search?kind=practice&publishedFrom=2025-01-01&publishedTo=2025-12-31");

        Assert.Contains("Published from: Wednesday, 1 January 2025", Flat(visit.Text("ul.chips")), StringComparison.Ordinal);
        Assert.Contains("/search?kind=practice&publishedTo=2025-12-31", visit.Links("ul.chips"));
    }

    private void Break(string service)
    {
        (portal.Behind.SearchFails, portal.Behind.CatalogueFails, portal.Behind.CallsFail) = (service == "search", service == "catalogue", service == "calls");
        portal.Members.Fails = service == "members";
    }

    private static IEnumerable<string> Rows(Visit visit, string body) => visit.Page.QuerySelectorAll($"{body} tr").Select(row => string.Join(' ', row.Children.Select(Shown)));

    private static IEnumerable<string> Cells(Visit visit, string selector) => visit.Page.QuerySelectorAll(selector).Select(Shown);

    // What is there for those who listen repeats the heads of row and column.
    private static string Shown(AngleSharp.Dom.IElement cell)
    {
        var copy = (AngleSharp.Dom.IElement)cell.Clone();
        foreach (var hidden in copy.QuerySelectorAll(".visually-hidden").ToList())
        {
            hidden.Remove();
        }

        return Flat(copy.TextContent);
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
