using System.Net;

namespace PfP.Portal.Tests.Members;

/// <summary>The part of an entry's page through which members write to those who answer for it, and the form that it leads to.</summary>
public sealed class EngagementPagesTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private const string Entry = "/practices/sending-money-home";
    private const string Form = "/members/engage/practices/sending-money-home";
    private const string Part = "#entry-engage";

    private string Member => portal.Issuer.AccessToken();

    public void Dispose() => portal.Members.Fails = false;

    [Theory]
    [InlineData("", "3 questions · 2 offers to join · 1 country or organisation wants to adapt this")]
    [InlineData("/fr", "3 questions · 2 offres de participation · 1 pays ou organisation souhaite l’adapter")]
    [InlineData("/es", "3 preguntas · 2 ofertas de participación · 1 país u organización quiere adaptarla")]
    public async Task Visitor_ReadsWhatItIsAndHowManyDid_AndComesBackToTheForm(string culture, string counts)
    {
        var visit = await portal.VisitAsync(culture + Entry);

        Assert.Contains(counts, visit.Text(Part), StringComparison.Ordinal);
        Assert.Equal([$"/bff/login?returnUrl={Uri.EscapeDataString(culture + Form)}"], visit.Links(Part));
        Assert.Equal("public, max-age=30", visit.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Member_ChoosesWhatTheyWant_OnThePageOfWhatIsOpenToIt()
    {
        var tool = await portal.VisitAsync("/tools/guide", Member);
        var ahead = await portal.VisitAsync("/sessions/pfp-ahead", Member);
        var held = await portal.VisitAsync("/sessions/pfp-berlin", Member);

        Assert.Equal(["ask", "offer", "adapt"], tool.Links(Part).Select(link => link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        Assert.Equal("/members/engage/sessions/pfp-ahead?kind=present", ahead.Links(Part)[0]);
        Assert.Null(held.Page.QuerySelector(Part));
    }

    [Theory]
    [InlineData("/practices/pratique-francaise", "member", "country:MD", false)]
    [InlineData("/practices/pratique-francaise", "member", "country:KE", true)]
    [InlineData("/practices/pratique-francaise", "moderator", null, true)]
    [InlineData(Entry, "moderator", null, false)]
    public async Task OwnEntry_IsNotOffered(string entry, string role, string? entity, bool offered)
    {
        var token = portal.Issuer.AccessToken(roles: [role], entity: entity);

        var visit = await portal.VisitAsync(entry, token);
        var form = await portal.VisitAsync($"/members/engage{entry}", token);

        Assert.Equal(offered, visit.Links(Part).Any());
        Assert.Equal(offered, form.Page.QuerySelector("textarea[name=message]") is not null);
    }

    [Fact]
    public async Task Pending_IsToldWhatTheyWaitFor()
    {
        var visit = await portal.VisitAsync(Entry, portal.Issuer.AccessToken(roles: []));

        Assert.Equal(["/account"], visit.Links(Part));
    }

    [Fact]
    public async Task Counts_WhileTheServiceIsAway_AreLeftOut_AndThePageIsNotKept()
    {
        portal.Members.Fails = true;

        var visit = await portal.VisitAsync(Entry);

        Assert.Equal((HttpStatusCode.OK, "no-store"), (visit.Status, visit.Headers.CacheControl!.ToString()));
        Assert.DoesNotContain("3 questions", visit.Text(Part), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_SendsWhatWasChosenAndTyped_AndLeadsToTheConversation()
    {
        var visit = await portal.SubmitAsync(Form, "engage", Member, ("kind", "adapt"), ("message", " <b>Good day</b> "), ("owner", "country:MD"));

        Assert.Equal(HttpStatusCode.Redirect, visit.Status);
        Assert.EndsWith($"/members/threads/{FakeMembers.AboutEntry}?sent", visit.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains(
            portal.Members.Told, told => told.StartsWith("POST /engagements", StringComparison.Ordinal)
                && told.Contains("\"slug\":\"sending-money-home\",\"kind\":\"adapt\"", StringComparison.Ordinal) && !told.Contains("owner", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_FromTheEntrysPage_KnowsWhatWasChosen_AndShowsWhatWasOpenedBefore()
    {
        var visit = await portal.VisitAsync($"{Form}?kind=offer", Member);

        Assert.Equal("offer", visit.Page.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Contains($"/members/threads/{FakeMembers.Id}", visit.Links("main .rows"));
        Assert.Contains("Not now", visit.Text("main .rows"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind", "", "Good day")]
    [InlineData("kind", "invite", "Good day")]
    [InlineData("message", "ask", "  ")]
    [InlineData("message", "ask", "Good\u001bday")]
    public async Task Form_ThatIsWrong_SaysSoAtTheField(string field, string kind, string message)
    {
        var visit = await portal.SubmitAsync(Form, "engage", Member, ("kind", kind), ("message", message));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Equal([$"#{field}"], visit.Links(".error-summary"));
    }

    [Fact]
    public async Task Thread_AboutAnEntry_NamesIt_AndTheOwnerSaysWhatCameOfIt()
    {
        var path = $"/members/threads/{FakeMembers.AboutEntry}";

        var visit = await portal.VisitAsync(path, Member);
        var closed = await portal.SubmitAsync(path, "close", Member, ("outcome", "not_now"), ("message", "Not this year."));
        var unknown = await portal.SubmitAsync(path, "close", Member, ("outcome", "withdrawn"));

        Assert.Contains(Samples.Hostile, visit.Text("main"), StringComparison.Ordinal);
        Assert.Empty(visit.Page.QuerySelectorAll("main script, main img"));
        Assert.Contains("/practices/hostile", visit.Links("main"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (closed.Status, unknown.Status));
        Assert.Contains($$"""POST /threads/{{FakeMembers.AboutEntry}}/close {"outcome":"not_now","message":"Not this year."}""", portal.Members.Told);
    }

    [Fact]
    public async Task Proposal_NeedsATitle_AndTheSecretariatFindsItFromTheSession()
    {
        const string Session = "/members/engage/sessions/pfp-ahead";

        var missing = await portal.SubmitAsync(Session, "engage", Member, ("kind", "present"), ("title", " "), ("message", "We would show the figures."));
        var sent = await portal.SubmitAsync(Session, "engage", Member, ("kind", "present"), ("title", "Our figures"), ("message", "We would show the figures."));
        var desk = await portal.VisitAsync("/desk/sessions/pfp-ahead", portal.Issuer.AccessToken(roles: ["moderator"]));

        Assert.Equal(["#title"], missing.Links(".error-summary"));
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Contains(portal.Members.Told, told => told.Contains("\"kind\":\"present\"", StringComparison.Ordinal) && told.Contains("\"title\":\"Our figures\"", StringComparison.Ordinal));
        Assert.Contains(desk.Links("main"), link => link.StartsWith("/members/threads?entry=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Desk_LeadsToWhatWaits()
    {
        var visit = await portal.VisitAsync("/desk", portal.Issuer.AccessToken(roles: ["moderator"]));

        Assert.Contains($"/members/threads/{FakeMembers.AboutEntry}", visit.Links("main"));
        Assert.Contains($"/desk/entries/{FakeDeskEntries.Published}", visit.Links("main"));
        Assert.Contains("Unanswered for 14 days", visit.Text("main"), StringComparison.Ordinal);
    }
}
