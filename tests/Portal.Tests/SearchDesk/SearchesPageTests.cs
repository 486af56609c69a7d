using System.Net;
using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.SearchDesk;

/// <summary>The secretariat sees what is searched for, tries it, and goes on to a synonym.</summary>
public sealed class SearchesPageTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    public void Dispose()
    {
        portal.Behind.SearchDesk.IsEmpty = false;
        portal.Behind.SearchFails = false;
    }

    [Theory]
    [InlineData("", "days=30&page=1&pageSize=20", "/desk/search?what=all&days=30")]
    [InlineData("?days=7", "days=7&page=1&pageSize=20", "/desk/search?what=all&days=7")]
    [InlineData("?what=empty&days=365&page=3", "days=365&empty=true&page=3&pageSize=20", "/desk/search?what=empty&days=365")]
    [InlineData("?what=other&days=8", "days=30&page=1&pageSize=20", "/desk/search?what=all&days=30")]
    public async Task Page_AsksForWhatIsChosen_AndMarksIt(string query, string asked, string chosen)
    {
        var visit = await portal.VisitAsync($"/desk/search{query}", Moderator);

        Assert.Contains($"/api/search/queries?{asked}", portal.Behind.Asked);
        Assert.Equal([chosen, chosen], visit.Page.QuerySelectorAll(".chips a[aria-current]").Select(link => link.GetAttribute("href")));
        Assert.Contains($"{chosen}&page=2", visit.Links(".pager"));
    }

    [Fact]
    public async Task Text_LeadsToItsSearch_AndToANewSynonym()
    {
        var visit = await portal.VisitAsync("/fr/desk/search?what=empty", Moderator);

        Assert.Equal(["/fr/search?q=cash%20%26%20carry", "/fr/desk/search/synonyms/new?expression=cash%20%26%20carry"], visit.Links("tbody tr:first-child"));
        Assert.Equal(["cash & carry", "1 234", "5"], visit.Page.QuerySelectorAll("tbody tr:first-child td").Take(3).Select(cell => cell.TextContent.Replace('\u202f', ' ')));
        Assert.Contains("à partir de 3 recherches", visit.Text("main p.small"), StringComparison.Ordinal);
        var editor = await portal.VisitAsync("/fr/desk/search/synonyms/new?expression=cash%20%26%20carry", Moderator);
        Assert.Equal("cash & carry", editor.Text("textarea[name=expressions]"));
    }

    [Theory]
    [InlineData("", "No text was searched for often enough in this period.")]
    [InlineData("?what=empty", "No text that was searched for often enough in this period found nothing.")]
    public async Task Nothing_IsSaidToBeNothing_AndWhatIsCountedToo(string query, string said)
    {
        portal.Behind.SearchDesk.IsEmpty = true;

        var visit = await portal.VisitAsync($"/desk/search{query}", Moderator);

        Assert.Equal(said, visit.Text("main p.muted"));
        Assert.Contains("3 searches", visit.Text("main p.small"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/search")]
    [InlineData("/desk/search/synonyms")]
    [InlineData("/desk/search/synonyms/new?expression=</textarea><img src=x onerror=alert(1)>")]
    [InlineData("/desk/search/synonyms/0190b6f0-0000-7000-8000-0000000000c2")]
    public async Task Text_WhateverItSays_IsText(string path)
    {
        var visit = await portal.VisitAsync(path, Moderator);

        Assert.Contains("onerror=alert(1)", visit.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Harmless.Check(visit);
    }

    [Theory]
    [InlineData("/desk/search")]
    [InlineData("/desk/search/synonyms")]
    [InlineData("/desk/search/synonyms/0190b6f0-0000-7000-8000-0000000000c1")]
    public async Task Page_WhileSearchIsAway_IsAPoliteError(string path)
    {
        portal.Behind.SearchFails = true;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await portal.VisitAsync(path, Moderator)).Status);
    }

    [Theory]
    [InlineData("moderator", true)]
    [InlineData("focal_point", false)]
    public async Task Desk_LeadsThere_TheSecretariatAlone(string role, bool leads) =>
        Assert.Equal(leads, (await portal.VisitAsync("/desk", portal.Issuer.AccessToken(roles: [role]))).Links("nav.account-menu").Contains("/desk/search"));
}
