using System.Net;

namespace PfP.Portal.Tests.Replies;

/// <summary>Those who made a call read the replies to it, and answer each; members see what they replied themselves.</summary>
public sealed class ReceivedRepliesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string Page = $"/contribute/calls/{FakeCallDrafts.Open}/replies";
    private static readonly string Form = $"answer-{FakeReplies.OfGuest}";
    private static readonly string Field = $"text-{FakeReplies.OfGuest}";

    private FakeReplies Replies => portal.Behind.Replies;

    private string Owner => portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

    [Fact]
    public async Task Call_LeadsItsOwnersToTheReplies_AndNotTheSecretariat()
    {
        var owner = await portal.VisitAsync($"/contribute/calls/{FakeCallDrafts.Open}", Owner);
        var other = await portal.VisitAsync($"/contribute/calls/{FakeCallDrafts.Closed}", Owner);
        var secretariat = await portal.VisitAsync($"/desk/calls/{FakeCallDrafts.Open}", portal.Issuer.AccessToken(roles: ["moderator"]));

        Assert.Contains(Page, owner.Links("main"));
        Assert.DoesNotContain(other.Links("main").Concat(secretariat.Links("main")), link => link.EndsWith("/replies", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "newest")]
    [InlineData("?sort=offer", "offer")]
    [InlineData("?sort=country&page=2", "country")]
    [InlineData("?sort=message", "newest")]
    public async Task Replies_AreSortedAsAsked_AndAreThereAsATable(string query, string sort)
    {
        var visit = await portal.VisitAsync(Page + query, Owner);

        Assert.Contains(portal.Behind.Asked, asked => asked.StartsWith($"/api/calls/submissions/{FakeCallDrafts.Open}/replies?sort={sort}&", StringComparison.Ordinal));
        Assert.Equal($"{Page}?sort={sort}", visit.Page.QuerySelector("main .chip-selected")!.GetAttribute("href"));
        Assert.Contains($"/api/calls/submissions/{FakeCallDrafts.Open}/replies.csv", visit.Links("main"));
        Assert.Contains($"/members/{FakeMembers.Id}", visit.Links($"#reply-{FakeReplies.OfMember}"));
        Assert.StartsWith("mailto:guest%3Fbcc", Assert.Single(visit.Links($"#reply-{FakeReplies.OfGuest}"), link => link.StartsWith("mailto:", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_OfAGuestWhoIsForgotten_IsReadAndNotAnswered()
    {
        var visit = await portal.VisitAsync($"/fr{Page}", Owner);

        Assert.Equal("Une personne sans compte", visit.Text($"#reply-{FakeReplies.Forgotten} h2"));
        Assert.Null(visit.Page.QuerySelector($"#reply-{FakeReplies.Forgotten} form"));
        Assert.DoesNotContain(visit.Links($"#reply-{FakeReplies.Forgotten}"), link => link.StartsWith("mailto:", StringComparison.Ordinal));
        Assert.NotNull(visit.Page.QuerySelector($"#reply-{FakeReplies.OfGuest} form"));
    }

    [Fact]
    public async Task Answer_IsSentToThatReply()
    {
        var sent = await portal.SubmitAsync(Page, Form, Owner, (Field, " Come on\r\nMonday. "));

        Assert.Equal((HttpStatusCode.Redirect, $"{Page}?saved&sort=newest&page=1"), (sent.Status, sent.Headers.Location!.PathAndQuery));
        Assert.StartsWith($"POST /submissions/{FakeCallDrafts.Open}/replies/{FakeReplies.OfGuest}/answer \"{FakeReplies.Version}\" ", Replies.Told.Last(), StringComparison.Ordinal);
        Assert.EndsWith("""{"text":"Come on\nMonday."}""", Replies.Told.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" ", "2")]
    [InlineData("a\u0001b", "2")]
    [InlineData("To what it was before", "1")]
    public async Task Answer_ThatIsNotTaken_IsKept_AtTheReplyItIsFor(string text, string version)
    {
        var visit = await portal.SubmitAsync(Page, Form, Owner, (Field, text), ("version", version));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.NotNull(visit.Page.QuerySelector($"#reply-{FakeReplies.OfGuest} .error-summary"));
        Assert.Null(visit.Page.QuerySelector($"#reply-{FakeReplies.OfMember} .error-summary"));
        Assert.Equal(text.Trim(), visit.Text($"textarea[name={Field}]"));
    }

    [Fact]
    public async Task Replies_ToACallThatIsNotTheirs_AreNotThere() =>
        Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync($"/contribute/calls/{FakeCallDrafts.Closed}/replies", Owner)).Status);

    [Fact]
    public async Task Member_FindsTheOwnReplies_FromTheMenu()
    {
        var visit = await portal.VisitAsync("/members/replies", Owner);

        Assert.Contains("/members/replies", visit.Links("nav.account-menu"));
        Assert.Contains("/calls/replied-here/reply", visit.Links("main"));
    }
}
