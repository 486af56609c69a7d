using System.Net;

namespace PfP.Portal.Tests.Contribute;

/// <summary>The secretariat finds what waits, and whose it is to decide.</summary>
public sealed class ReviewQueueTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    [Theory]
    [InlineData("", "state=submitted&assigned=all")]
    [InlineData("?state=refused&owner=organisation:iom&assigned=me", "state=refused&assigned=me&owner=organisation%3Aiom")]
    [InlineData("?state=draft&owner=country:XX&assigned=somebody", "state=submitted&assigned=all")]
    public async Task Queue_IsFilteredAsAsked(string query, string asked)
    {
        var visit = await portal.VisitAsync($"/desk/submissions{query}", Moderator);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Equal($"/api/catalogue/submissions/queue?{asked}&page=1&pageSize=20", portal.Behind.Asked.Last(path => path.Contains("/queue?", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Filter_IsAPlainForm_AndKeptFromStateToState()
    {
        var visit = await portal.VisitAsync("/fr/desk/submissions?state=refused&owner=country:MD&assigned=nobody", Moderator);

        var form = visit.Page.QuerySelector("form.filter-form")!;
        Assert.Equal(("get", "/fr/desk/submissions"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal("refused", form.QuerySelector("input[name=state]")!.GetAttribute("value"));
        Assert.Equal(["country:MD", "nobody"], form.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Contains("/fr/desk/submissions?state=published&assigned=nobody&owner=country%3AMD", visit.Links("ul.chips"));
    }

    [Fact]
    public async Task Queue_ShowsSinceWhenSomethingWaits_AndWhoHasTakenIt()
    {
        var visit = await portal.VisitAsync("/desk/submissions", Moderator);

        var rows = visit.Page.QuerySelectorAll("main .desk > .scroll tbody tr");
        Assert.Equal(["You", "Nobody", "Nobody"], rows.Select(row => row.QuerySelector("td:last-child")!.TextContent));
        Assert.All(rows, row => Assert.Matches(@"· \d+ days?$", row.QuerySelector("td:nth-last-child(2)")!.TextContent));
    }

    [Theory]
    [InlineData("take")]
    [InlineData("give-back")]
    public async Task Submission_IsTakenAndGivenBack(string step)
    {
        var id = step == "take" ? FakeSubmissions.Submitted : FakeSubmissions.SubmittedCorrection;

        var visit = await portal.SubmitAsync($"/desk/submissions/{id}", "assign", Moderator);

        Assert.Equal((HttpStatusCode.Redirect, $"/desk/submissions/{id}"), (visit.Status, visit.Headers.Location!.OriginalString.Replace("http://localhost", "", StringComparison.Ordinal)));
        Assert.Equal($"POST /{id}/{step}", portal.Behind.Submissions.Told.Last());
    }

    [Fact]
    public async Task Submission_ThatWasTakenMeanwhile_IsNotTaken()
    {
        var visit = await portal.SubmitAsync($"/desk/submissions/{FakeSubmissions.Submitted}", "assign", Moderator, ("version", "2"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Contains("Somebody else has changed this meanwhile", visit.Text("#assignment .error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owner_DoesNotSeeWhoHasTakenIt()
    {
        var owner = portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

        foreach (var path in new[] { "/contribute", $"/contribute/{FakeSubmissions.ChangesRequested}" })
        {
            Assert.DoesNotContain("Another moderator", (await portal.VisitAsync(path, owner)).Text("main"), StringComparison.Ordinal);
        }
    }
}
