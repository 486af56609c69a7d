using System.Net;
using PfP.Contracts.Search.Api;

namespace PfP.Portal.Tests.Notifications;

/// <summary>A search is followed from its results and from the pages of what can be searched for.</summary>
public sealed class FollowSearchTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private const string Page = "/members/follow-search?q=cash&theme=remittances";

    private FakeSavedSearches Searches => portal.Behind.SavedSearches;

    private string Member => portal.Issuer.AccessToken(roles: ["member"]);

    public void Dispose() => (portal.Behind.SearchFails, Searches.IsEmpty, Searches.IsFull) = (false, false, false);

    [Theory]
    [InlineData("/search?q=cash&theme=remittances&sort=title&page=2", "/members/follow-search?q=cash&theme=remittances")]
    [InlineData("/fr/themes/remittances", "/fr/members/follow-search?theme=remittances")]
    [InlineData("/countries/ke", "/members/follow-search?country=KE")]
    [InlineData("/es/regions/014", "/es/members/follow-search?region=014")]
    [InlineData("/organisations/ifad", "/members/follow-search?organisation=ifad")]
    public async Task PublicPage_LeadsThere_AndIsTheSameForEverybody(string path, string link)
    {
        var (visitor, member) = (await portal.VisitAsync(path), await portal.VisitAsync(path, Member));

        Assert.Contains(link, visitor.Links("main"));
        Assert.Contains(link, member.Links("main"));
        Assert.Empty(visitor.Page.QuerySelectorAll("main form[method=post]"));
    }

    [Fact]
    public async Task Search_ForNothing_CannotBeFollowed() =>
        Assert.DoesNotContain((await portal.VisitAsync("/search?sort=title")).Links("main"), link => link.Contains("follow-search", StringComparison.Ordinal));

    [Fact]
    public async Task Visitor_IsLedThroughSignIn_AndBackToIt() => Assert.Equal(
        "/bff/login?returnUrl=%2Ffr%2Fmembers%2Ffollow-search%3Fq%3Dcash%26theme%3Dremittances",
        (await portal.VisitAsync($"/fr{Page}")).Headers.Location!.OriginalString);

    [Theory]
    [InlineData("", "“cash”, Remittances and financial inclusion")]
    [InlineData("/fr", "« cash », Remittances and financial inclusion")]
    public async Task Page_NamesItByWhatIsAskedFor(string culture, string name)
    {
        var page = (await portal.VisitAsync($"{culture}{Page}", Member)).Page;

        Assert.Equal(name, page.QuerySelector("input[name=name]")!.GetAttribute("value"));
        Assert.Equal(name.Split(", "), page.QuerySelectorAll("main .chip").Select(chip => chip.TextContent));
    }

    [Fact]
    public async Task Page_ForMuch_NamesItWithinTheLimit()
    {
        var name = (await portal.VisitAsync($"/members/follow-search?q=a{string.Concat(Enumerable.Repeat("😀", 200))}", Member)).Page.QuerySelector("input[name=name]")!.GetAttribute("value")!;

        Assert.InRange(name.Length, SavedSearchLimits.LongestName - 2, SavedSearchLimits.LongestName);
        Assert.EndsWith("😀…", name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_FollowsIt()
    {
        var visit = await portal.SubmitAsync($"{Page}&sort=title&page=3", "follow-search", Member, ("name", "Cash, by hand"));

        Assert.Equal((HttpStatusCode.Redirect, true), (visit.Status, visit.Headers.Location!.OriginalString.EndsWith("/members/following?saved#searches", StringComparison.Ordinal)));
        Assert.Equal("POST /api/search/saved Cash, by hand ?q=cash&theme=remittances", Searches.Told.Last());
    }

    [Fact]
    public async Task Name_ThatIsMissing_IsSaidAtTheField()
    {
        var visit = await portal.SubmitAsync($"/es{Page}", "follow-search", Member, ("name", " "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Equal("true", visit.Page.QuerySelector("input[name=name]")!.GetAttribute("aria-invalid"));
        Assert.StartsWith("Dé un nombre", visit.Text(".error-summary a[href='#name']"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Page, true, "You follow 100 searches")]
    [InlineData("/members/follow-search?near=1%2C1", false, "This search cannot be followed")]
    public async Task Search_ThatIsRefused_SaysWhy(string path, bool isFull, string said)
    {
        Searches.IsFull = isFull;

        var visit = await portal.SubmitAsync(path, "follow-search", Member, ("name", "Any"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.StartsWith(said, visit.Text(".error-summary li"), StringComparison.Ordinal);
        Assert.Equal("Any", visit.Page.QuerySelector("input[name=name]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/members/follow-search", HttpStatusCode.NotFound)]
    [InlineData("/members/follow-search?year=soon", HttpStatusCode.NotFound)]
    public async Task Page_ForNoSearch_IsNotThere(string path, HttpStatusCode expected) => Assert.Equal(expected, (await portal.VisitAsync(path, Member)).Status);

    [Fact]
    public async Task Page_WhileSearchIsDown_SaysSo()
    {
        portal.Behind.SearchFails = true;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await portal.VisitAsync(Page, Member)).Status);
    }

    [Fact]
    public async Task Following_ListsThem_WithTheirResults()
    {
        var visit = await portal.VisitAsync("/fr/members/following", Member);

        Assert.Contains("/fr/search?q=cash%20transfers&theme=remittances", visit.Links("#searches"));
        Assert.Contains("2 janvier 2094", visit.Text("#searches .muted"), StringComparison.Ordinal);
        Assert.NotEmpty(visit.Page.QuerySelectorAll($"input[value=unfollow-{FakeNotifications.Followed}]"));
    }

    [Fact]
    public async Task Following_RenamesAndStops()
    {
        await portal.SubmitAsync("/members/following", $"rename-search-{FakeSavedSearches.Id}", Member, ($"name-{FakeSavedSearches.Id}", "Another name"));
        Assert.Equal($"PUT /api/search/saved/{FakeSavedSearches.Id} Another name", Searches.Told.Last());

        var visit = await portal.SubmitAsync("/members/following", $"unfollow-search-{FakeSavedSearches.Id}", Member);
        Assert.Equal(HttpStatusCode.Redirect, visit.Status);
        Assert.Equal($"DELETE /api/search/saved/{FakeSavedSearches.Id}", Searches.Told.Last());
    }

    [Fact]
    public async Task Following_WithANameThatIsWrong_SaysSoAtItsField()
    {
        var visit = await portal.SubmitAsync("/members/following", $"rename-search-{FakeSavedSearches.Id}", Member, ($"name-{FakeSavedSearches.Id}", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Equal("true", visit.Page.QuerySelector($"#name-{FakeSavedSearches.Id}")!.GetAttribute("aria-invalid"));
        Assert.NotNull(visit.Page.QuerySelector("#searches details[open]"));
        Assert.Single(visit.Page.QuerySelectorAll(".error-summary"));
    }

    [Fact]
    public async Task Following_WithoutAny_SaysWhereToBegin()
    {
        Searches.IsEmpty = true;

        Assert.StartsWith("You follow no search yet.", (await portal.VisitAsync("/members/following", Member)).Text("#searches .muted"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Following_WhileSearchIsDown_ShowsTheCalls()
    {
        portal.Behind.SearchFails = true;

        var visit = await portal.VisitAsync("/members/following", Member);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.StartsWith("The searches that you follow cannot be shown", visit.Text("#searches .notice"), StringComparison.Ordinal);
        Assert.NotEmpty(visit.Page.QuerySelectorAll($"input[value=unfollow-{FakeNotifications.Followed}]"));
    }
}
