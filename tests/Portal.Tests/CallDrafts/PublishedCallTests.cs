using System.Net;
using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.CallDrafts;

/// <summary>A call for action from its publication to its outcome, as its owner and the secretariat have it before them.</summary>
public sealed class PublishedCallTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string Open = $"/contribute/calls/{FakeCallDrafts.Open}";

    private FakeCallDrafts Calls => portal.Behind.CallDrafts;

    private string Member => portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    [Theory]
    [InlineData("open", "extend correct cancel")]
    [InlineData("closed", "reopen outcome correct")]
    [InlineData("cancelled", "reopen correct")]
    [InlineData("completed", "outcome correct")]
    public async Task Call_InPublic_OffersWhatItsStatusAllows(string status, string forms)
    {
        var id = status switch { "open" => FakeCallDrafts.Open, "closed" => FakeCallDrafts.Closed, "cancelled" => FakeCallDrafts.Cancelled, _ => FakeCallDrafts.Completed };

        var own = $"/contribute/calls/{id}";
        foreach (var (path, token) in new[] { (own, Member), ($"/desk/calls/{id}", Moderator) })
        {
            var visit = await portal.VisitAsync(path, token);
            // To make a practice of it is its owner's.
            var offered = status == "completed" && path == own ? forms.Replace("correct", "practice correct", StringComparison.Ordinal) : forms;
            Assert.Equal(offered.Split(' '), visit.Page.QuerySelectorAll("main input[name=_handler]").Select(handler => handler.GetAttribute("value")!));
        }
    }

    [Theory]
    [InlineData("/fr/contribute")]
    [InlineData("/fr/contribute/calls/0190b6f0-0000-7000-8000-0000000000c6")]
    public async Task Outcome_ThatIsOverdue_IsSaidToBe(string path) =>
        Assert.Contains("Le résultat était attendu avant le lundi 1 avril 2013. · ", (await portal.VisitAsync(path, Member)).Text("main"), StringComparison.Ordinal);

    [Fact]
    public async Task Outcome_BecomesAPractice_AndTheSameOneWhenAskedAgain()
    {
        var completed = $"/fr/contribute/calls/{FakeCallDrafts.Completed}";
        var first = await portal.SubmitAsync(completed, "practice", Member);
        var second = await portal.SubmitAsync(completed, "practice", Member);

        Assert.Equal((HttpStatusCode.Redirect, $"/fr/contribute/{FakeSubmissions.Draft}"), (first.Status, Path(first)));
        Assert.Equal(Path(first), Path(second));
        Assert.Single(portal.Behind.Submissions.Keys.TakeLast(2).Distinct());
        var told = portal.Behind.Submissions.Told.Last();
        Assert.StartsWith("POST ?kind=practice {", told.Replace("/?", "?", StringComparison.Ordinal), StringComparison.Ordinal);
        using var form = System.Text.Json.JsonDocument.Parse(told[told.IndexOf('{', StringComparison.Ordinal)..]);
        Assert.Equal(HostileSubmissions.Line, form.RootElement.GetProperty("title").GetString());
        Assert.Equal(HostileSubmissions.Text, form.RootElement.GetProperty("solution").GetString());
        Assert.InRange(form.RootElement.GetProperty("summary").GetString()!.Length, 1, 800);
        Assert.Equal("http://localhost/fr/calls/closing", form.RootElement.GetProperty("links")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task Extension_SendsTheNewDeadlineAndWhy_AndWhatIsWrongStandsThere()
    {
        (string, string)[] typed = [("precision", "day"), ("date", "2094-04-01"), ("zone", "Europe/Chisinau"), ("reason", "More time was asked for")];
        var visit = await portal.SubmitAsync(Open, "extend", Member, typed);
        Assert.Equal((HttpStatusCode.Redirect, $"{Open}?saved"), (visit.Status, Path(visit)));
        Assert.StartsWith($"POST /{FakeCallDrafts.Open}/extend", Calls.Told.Last(), StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"More time was asked for\"", Calls.Told.Last(), StringComparison.Ordinal);

        Calls.Wrong = new Dictionary<string, string[]> { ["deadline"] = ["It is no later one."] };
        try
        {
            visit = await portal.SubmitAsync(Open, "extend", Member, typed);
            Assert.Contains("Give a later deadline", visit.Text("#deadline-error"), StringComparison.Ordinal);
            Assert.Equal("More time was asked for", visit.Text("textarea[name=reason]"));
        }
        finally
        {
            Calls.Wrong = null;
        }
    }

    [Theory]
    [InlineData("cancel", "open", "\"reason\":\"We have no budget\"")]
    [InlineData("outcome", "closed", "\"text\":\"We have no budget\"")]
    public async Task Step_SendsWhatWasTyped(string step, string status, string expected)
    {
        var id = status == "open" ? FakeCallDrafts.Open : FakeCallDrafts.Closed;

        await portal.SubmitAsync($"/contribute/calls/{id}", step, Member, ("reason", "We have no budget"), ("text", "We have no budget"));

        Assert.StartsWith($"POST /{id}/{step}", Calls.Told.Last(), StringComparison.Ordinal);
        Assert.Contains(expected, Calls.Told.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correction_ShowsWhatStands_SendsWhatIsTyped_AndKeepsItWhereItIsWrong()
    {
        (string, string)[] typed = [("title", ""), ("summary", "Shorter"), ("ask", "Join us."), ("forWhom", "All."), ("background", "")];
        var shown = await portal.VisitAsync(Open, Member);
        Calls.Wrong = new Dictionary<string, string[]> { ["title"] = ["It has a title."] };
        try
        {
            var wrong = await portal.SubmitAsync(Open, "correct", Member, typed);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "Shorter"), (wrong.Status, wrong.Text("textarea[name=summary]")));
            Assert.Contains("Give a title of at most 150 characters.", wrong.Text("#title-error"), StringComparison.Ordinal);
        }
        finally
        {
            Calls.Wrong = null;
        }

        var sent = await portal.SubmitAsync(Open, "correct", Member, typed);

        Assert.Equal(HostileSubmissions.Text, shown.Page.QuerySelector("form:has(input[value=correct]) textarea[name=ask]")!.TextContent);
        Assert.Equal((HttpStatusCode.Redirect, $"{Open}?saved"), (sent.Status, Path(sent)));
        Assert.Equal($$"""POST /{{FakeCallDrafts.Open}}/correct {"title":"","summary":"Shorter","ask":"Join us.","forWhom":"All.","background":""}""", Calls.Told.Last());
        Harmless.Check(shown);
    }

    [Fact]
    public async Task Page_OfAnOpenCall_TellsMembersWhomToWriteTo_AndVisitorsToSignIn()
    {
        var visitor = await portal.VisitAsync("/calls/replied-by-mail");
        var member = await portal.VisitAsync("/calls/replied-by-mail", Member);

        Assert.Empty(visitor.Page.QuerySelectorAll("main a[href^=mailto]"));
        Assert.Contains("/bff/login?returnUrl=%2Fcalls%2Freplied-by-mail", visitor.Links("main"));
        Assert.Single(member.Page.QuerySelectorAll("main a[href^=mailto]"));
        Harmless.Check(member);
    }

    [Fact]
    public async Task Page_OfACall_TellsWhatChangedAndWhatCameOfIt()
    {
        var visit = await portal.VisitAsync("/calls/replied-by-mail");

        Assert.Contains("Extended on 2 January 2094", visit.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Until then the deadline was March 2013.", visit.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Three ministries joined", visit.Text("main"), StringComparison.Ordinal);
        Harmless.Check(visit);
    }

    private static string? Path(Visit visit) => visit.Headers.Location is { } location ? location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString : null;
}
