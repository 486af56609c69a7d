using System.Net;

namespace PfP.Portal.Tests.Contribute;

/// <summary>How often entries are read, as their owners and the secretariat see it.</summary>
public sealed class CountsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Own = $"/contribute/practices/{FakeOwnPractices.Own}";

    private string Member => portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    [Fact]
    public async Task List_ShowsTheTotalsOfOwnEntries_AndAsksOnceForEachKind()
    {
        var before = portal.Behind.Asked.Count;
        var visit = await portal.VisitAsync("/contribute", Member);

        var rows = visit.Page.QuerySelectorAll("#practices table.totals tbody tr");
        Assert.Equal(["1,234", "4,321", "98,765", "0", "12", "43"], Assert.Single(rows).QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Contains($"{Own}/counts", visit.Links("#practices table.totals"));
        Assert.Single(portal.Behind.Asked.Skip(before), asked => asked.StartsWith("/api/catalogue/own/practices", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_ShowsTheLatestMonths_AsBarsAndInATable_AndSaysWhatIsCounted()
    {
        var visit = await portal.VisitAsync($"{Own}/counts", Member);

        var views = visit.Page.GetElementById("by-views")!;
        Assert.Equal(12, views.QuerySelectorAll("rect").Length);
        Assert.Equal(["December 2025 200", "January 2026 0", "February 2026 100"], views.QuerySelectorAll("tbody tr").Take(3).Select(row => $"{row.Children[0].TextContent} {row.Children[1].TextContent}"));
        Assert.Equal(["360", "0", "180"], views.QuerySelectorAll("rect").Take(3).Select(bar => bar.GetAttribute("width")));
        Assert.NotNull(visit.Page.GetElementById("by-downloads"));
        Assert.Contains($"/api/catalogue/own/practices/{FakeOwnPractices.Own}/counts.csv", visit.Links("main"));
        Assert.Contains("Known robots are left out. No cookie is set", visit.Text("main"), StringComparison.Ordinal);
        Assert.Contains($"{Own}/counts", (await portal.VisitAsync(Own, Member)).Links("main"));
    }

    [Fact]
    public async Task Page_OfWhatWasMerged_SaysWhereItsCountsWent_InEveryLanguage()
    {
        var path = $"/desk/entries/{FakeDeskEntries.Merged}/counts";

        Assert.Contains("/practices/sending-money-home", (await portal.VisitAsync(path, Moderator)).Links(".notice"));
        Assert.Contains("/fr/practices/sending-money-home", (await portal.VisitAsync($"/fr{path}", Moderator)).Links(".notice"));
        Assert.Contains("ya no está publicada", (await portal.VisitAsync($"/es/desk/entries/{FakeDeskEntries.Withdrawn}/counts", Moderator)).Text(".notice"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Page_WithoutDownloads_HasNoChartOfThem()
    {
        var visit = await portal.VisitAsync($"/desk/entries/{FakeDeskEntries.Published}/counts", Moderator);

        Assert.Null(visit.Page.GetElementById("by-downloads"));
        Assert.Contains($"/api/catalogue/entries/{FakeDeskEntries.Published}/counts.csv", visit.Links("main"));
        Assert.Contains($"/desk/entries/{FakeDeskEntries.Published}/counts", (await portal.VisitAsync($"/desk/entries/{FakeDeskEntries.Published}", Moderator)).Links("main"));
    }

    [Fact]
    public async Task Page_OfAnother_IsNotFound()
    {
        var visit = await portal.VisitAsync("/contribute/practices/of-another/counts", Member);

        Assert.Equal(HttpStatusCode.NotFound, visit.Status);
    }
}
