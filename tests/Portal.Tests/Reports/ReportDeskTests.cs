using System.Net;
using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.Reports;

/// <summary>The secretariat finds what readers report where it works, reads it as it was written, and closes it.</summary>
public sealed class ReportDeskTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private static readonly string Page = $"/desk/reports/{FakeReports.Open}";

    private FakeReports Reports => portal.Behind.Reports;

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    public void Dispose() => (Reports.Wrong, Reports.Fails) = (null, false);

    [Theory]
    [InlineData("/desk/reports")]
    [InlineData("/desk/reports?state=closed")]
    [InlineData("/desk/reports?of=calls")]
    [InlineData("/desk/submissions")]
    [InlineData("/desk/calls")]
    [InlineData("/desk/reports/calls/0190b6f0-0000-7000-8000-0000000000a1")]
    [InlineData("/desk/reports/0190b6f0-0000-7000-8000-0000000000a1")]
    [InlineData("/desk/reports/0190b6f0-0000-7000-8000-0000000000a2")]
    public async Task Report_WhateverItSays_IsText(string path)
    {
        var visit = await portal.VisitAsync(path, Moderator);

        Assert.Contains("onerror=alert(1)", visit.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Harmless.Check(visit);
    }

    [Fact]
    public async Task Address_OfAReader_AddsNothingToALetter()
    {
        var visit = await portal.VisitAsync(Page, Moderator);

        Assert.Equal(["mailto:reader%3Fbcc%3Dall%26subject%3D%3Cb%3E@example.org"], visit.Links("dl").Where(link => link.StartsWith("mailto:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Report_LeadsToItsPage_AndToWhatCanBeDoneAboutIt()
    {
        var (open, closed) = (await portal.VisitAsync($"/fr{Page}", Moderator), await portal.VisitAsync($"/fr/desk/reports/{FakeReports.Closed}", Moderator));

        Assert.Superset(new HashSet<string> { "/fr/practices/hostile", $"/fr/desk/entries/{FakeDeskEntries.Published}" }, open.Links("dl").ToHashSet());
        // A session is not the desk's to withdraw.
        Assert.DoesNotContain(closed.Links("dl"), link => link.Contains("/desk/entries/", StringComparison.Ordinal));
        Assert.Equal((true, false), (open.Page.QuerySelector("main form") is not null, closed.Page.QuerySelector("main form") is not null));
    }

    [Fact]
    public async Task Reports_AboutCalls_StandApart_AndLeadToTheCall()
    {
        var list = await portal.VisitAsync("/fr/desk/reports?of=calls&state=closed", Moderator);
        var one = await portal.VisitAsync($"/fr/desk/reports/calls/{FakeReports.Open}", Moderator);

        Assert.Contains($"/fr/desk/reports/calls/{FakeReports.Open}", list.Links("table"));
        Assert.Equal(["/fr/desk/reports?of=calls&state=closed", "/fr/desk/reports?of=calls&state=closed"], list.Page.QuerySelectorAll(".chips a[aria-current]").Select(link => link.GetAttribute("href")));
        Assert.Superset(new HashSet<string> { "/fr/calls/hostile", $"/fr/desk/calls/{FakeCallDrafts.Open}" }, one.Links("dl").ToHashSet());
        Assert.Equal("/fr/desk/reports?of=calls&state=open", one.Links(".eyebrow").Single());
        Assert.Equal("1 report of a reader about a call is open", (await portal.VisitAsync("/desk", Moderator)).Text("#open-call-reports > p a[href='/desk/reports?of=calls&state=open']"));
        Assert.Equal(2, (await portal.VisitAsync("/desk/calls", Moderator)).Page.QuerySelectorAll("#open-call-reports tbody tr").Length);
    }

    [Fact]
    public async Task Report_AboutACall_IsClosedWhereItIs()
    {
        var visit = await portal.SubmitAsync($"/desk/reports/calls/{FakeReports.Open}", "close", Moderator, ("note", "Corrected."));

        Assert.Equal((HttpStatusCode.Redirect, "/desk/reports?of=calls&saved"), (visit.Status, visit.Headers.Location!.PathAndQuery));
        Assert.StartsWith($"calls /{FakeReports.Open}/close", Reports.Told.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk", 0)]
    [InlineData("/desk/submissions", 2)]
    public async Task Desk_SaysHowManyAreOpen_AndWhichComeFirst(string path, int shown)
    {
        var visit = await portal.VisitAsync(path, Moderator);

        Assert.Equal("7 reports of readers are open", visit.Text("#open-reports > p a[href='/desk/reports']"));
        Assert.Equal(shown, visit.Page.QuerySelectorAll("#open-reports tbody tr").Length);
        Assert.All(visit.Page.QuerySelectorAll("#open-reports tbody tr"), row => Assert.Matches(@"\d+ days", row.TextContent));
    }

    [Theory]
    [InlineData("member")]
    [InlineData("focal_point")]
    public async Task Desk_OfAnybodyElse_SaysNothingOfThem_AndDoesNotAsk(string role)
    {
        var before = portal.Behind.Asked.Count;

        var visit = await portal.VisitAsync("/desk", portal.Issuer.AccessToken(roles: [role]));

        Assert.Null(visit.Page.QuerySelector("#open-reports"));
        Assert.DoesNotContain(portal.Behind.Asked.Skip(before), asked => asked.StartsWith("/api/catalogue/reports", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/submissions")]
    public async Task Desk_WhileReportsAreAway_SaysWhatIsMissing(string path)
    {
        Reports.Fails = true;

        var visit = await portal.VisitAsync(path, Moderator);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Contains("What readers report is missing here", visit.Text(".notice-strong"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_IsClosed_WithItsNote()
    {
        var visit = await portal.SubmitAsync(Page, "close", Moderator, ("note", " The year\r\nis right now. "));

        Assert.Equal((HttpStatusCode.Redirect, "/desk/reports?saved"), (visit.Status, visit.Headers.Location!.PathAndQuery));
        Assert.Equal($$"""/{{FakeReports.Open}}/close "1" {"note":"The year\nis right now."}""", Reports.Told.Last());
    }

    [Theory]
    [InlineData(" ", "1", "#note")]
    [InlineData("a\u0001b", "1", "#note")]
    [InlineData("Closed meanwhile", "9", null)]
    public async Task Report_ThatCannotBeClosed_StaysOpen_AndKeepsWhatWasTyped(string note, string version, string? field)
    {
        var visit = await portal.SubmitAsync(Page, "close", Moderator, ("note", note), ("version", version));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Equal(field is null ? [] : [field], visit.Links(".error-summary"));
        Assert.Equal(note, visit.Page.QuerySelector("textarea[name=note]")!.TextContent);
    }
}
