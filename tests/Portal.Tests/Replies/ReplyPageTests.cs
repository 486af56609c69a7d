using System.Net;
using System.Text.Json;
using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.Replies;

/// <summary>Members and guests reply to a call on its page, without script, and lose nothing of what they typed.</summary>
public sealed class ReplyPageTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private const string OpenToAll = "/calls/open-to-all/reply";
    private const string RepliedHere = "/calls/replied-here/reply";

    private static readonly (string, string)[] Reply = [("offers", "data"), ("offers", "funding"), ("message", " We can\r\nhelp. "), ("namesCountry", "true")];

    private static readonly (string, string)[] Guest =
        [.. Reply, ("name", "Ada Guest"), ("organisation", "Institute"), ("email", " ada@guest.example "), ("country", "GH"), ("second-address", "")];

    private FakeReplies Replies => portal.Behind.Replies;

    private string Member => portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

    public void Dispose() => Replies.Refuses = null;

    [Theory]
    [InlineData("replied-here", "3 have replied. Among them: Ghana, Kenya.")]
    [InlineData("open-to-all", "1 has replied.")]
    [InlineData("for-members", null)]
    public async Task Call_LeadsToTheForm_AndSaysHowManyRepliedAndFromWhere(string slug, string? says)
    {
        var visit = await portal.VisitAsync($"/calls/{slug}");

        Assert.Contains($"/calls/{slug}/reply", visit.Links("main"));
        Assert.Equal(says is not null, visit.Text("main").Contains("replied.", StringComparison.Ordinal));
        Assert.Contains(says ?? "", visit.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_ThatHasClosed_HasNoWayToReply()
    {
        var page = await portal.VisitAsync("/calls/replied-before");
        var form = await portal.VisitAsync("/calls/replied-before/reply");

        Assert.DoesNotContain("/calls/replied-before/reply", page.Links("main"));
        Assert.Empty(form.Page.QuerySelectorAll("main form"));
        Assert.NotEmpty(form.Page.QuerySelectorAll("main .notice"));
    }

    [Fact]
    public async Task Visitor_OfACallForMembers_IsAskedToSignIn_AndSeesNoForm()
    {
        var visit = await portal.VisitAsync("/fr/calls/for-members/reply");

        Assert.Contains("/bff/login?returnUrl=%2Ffr%2Fcalls%2Ffor-members%2Freply", visit.Links("main"));
        Assert.Empty(visit.Page.QuerySelectorAll("main form"));
        Assert.True(visit.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Member_Replies_AndIsToldThatItArrived()
    {
        var sent = await portal.SubmitAsync($"/es{OpenToAll}", "reply", Member, Reply);
        var thanked = await portal.VisitAsync($"/es{OpenToAll}?saved", Member);

        Assert.Equal((HttpStatusCode.Redirect, $"/es{OpenToAll}?saved"), (sent.Status, sent.Headers.Location!.PathAndQuery));
        Assert.StartsWith("PUT /open-to-all/reply ", Replies.Told.Last(), StringComparison.Ordinal);
        using var body = Body(Replies.Told.Last());
        Assert.Equal(["data", "funding"], body.RootElement.GetProperty("offers").EnumerateArray().Select(offer => offer.GetString()));
        Assert.True(body.RootElement.GetProperty("namesCountry").GetBoolean());
        Assert.StartsWith("Su respuesta ha llegado", thanked.Text("[role=status]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_WhoHasReplied_SeesTheReplyAndItsAnswer_AndWithdrawsItOnPurposeOnly()
    {
        var visit = await portal.VisitAsync(RepliedHere, Member);
        Assert.Equal(["data"], visit.Page.QuerySelectorAll("input[name=offers][checked]").Select(ticked => ticked.GetAttribute("value")));
        Assert.NotNull(visit.Page.QuerySelector("input[name=namesCountry][checked]"));
        Assert.StartsWith("</textarea>", visit.Text("textarea[name=message]"), StringComparison.Ordinal);
        Assert.StartsWith("</textarea>", visit.Text("blockquote .as-written"), StringComparison.Ordinal);

        var before = Replies.Told.Count;
        var unsure = await portal.SubmitAsync(RepliedHere, "withdraw", Member);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, before), (unsure.Status, Replies.Told.Count));
        Assert.Equal(["#sure"], unsure.Links(".error-summary"));
        var sure = await portal.SubmitAsync(RepliedHere, "withdraw", Member, ("sure", "true"));
        Assert.Equal(($"{RepliedHere}?withdrawn", "DELETE /replied-here/reply"), (sure.Headers.Location!.PathAndQuery, Replies.Told.Last()));
    }

    [Fact]
    public async Task Guest_Replies_InTheLanguageOfThePage_AndIsSentToTheMail()
    {
        var sent = await portal.SubmitAsync($"/fr{OpenToAll}", "guest", null, Guest);
        var thanked = await portal.VisitAsync(sent.Headers.Location!.PathAndQuery);

        Assert.Equal((HttpStatusCode.Redirect, $"/fr{OpenToAll}?sent"), (sent.Status, sent.Headers.Location!.PathAndQuery));
        var told = Replies.Told.Last().Split(' ', 4);
        Assert.True(told is ["POST", "/open-to-all/guest-replies", var key, _] && Guid.TryParse(key, out _), told[2]);
        using var body = JsonDocument.Parse(told[3]);
        Assert.Equal(
            ["Ada Guest", "Institute", "ada@guest.example", "GH", "fr"],
            new[] { "name", "organisation", "email", "country", "language" }.Select(name => body.RootElement.GetProperty(name).GetString()));
        Assert.StartsWith("Merci.", thanked.Text("[role=status]"), StringComparison.Ordinal);
        Assert.DoesNotContain("ada@guest.example", thanked.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("offers", "")]
    [InlineData("offers", "money")]
    [InlineData("message", " ")]
    [InlineData("message", "a\u0001b")]
    [InlineData("name", "")]
    [InlineData("organisation", " ")]
    [InlineData("email", "nobody")]
    [InlineData("email", "a@example.org\r\nBcc: all@example.org")]
    [InlineData("country", "XX")]
    [InlineData("second-address", "Buy now")]
    public async Task WhatIsWrong_IsSaidAtItsField_AndTheRestIsKept(string field, string value)
    {
        var before = Replies.Told.Count;

        var visit = await portal.SubmitAsync(OpenToAll, "guest", null, [.. Guest.Where(filled => filled.Item1 != field), (field, value)]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, before), (visit.Status, Replies.Told.Count));
        Assert.Equal([$"#{field}"], visit.Links(".error-summary"));
        Assert.NotNull(visit.Page.GetElementById(field));
        Assert.Equal(field == "name" ? value : "Ada Guest", visit.Page.QuerySelector("input[name=name]")!.GetAttribute("value"));
        Assert.Equal(field == "offers" ? [] : ["funding", "data"], visit.Page.QuerySelectorAll("input[name=offers][checked]").Select(ticked => ticked.GetAttribute("value")));
        Assert.Contains(field == "message" ? "" : "help.", visit.Text("textarea[name=message]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guest", 409)]
    [InlineData("guest", 500)]
    [InlineData("guest", 429)]
    [InlineData("reply", 409)]
    [InlineData("reply", 500)]
    public async Task Reply_ThatIsNotTaken_IsKeptForWhoeverTypedIt(string form, int status)
    {
        Replies.Refuses = status;

        var visit = await portal.SubmitAsync(OpenToAll, form, form == "guest" ? null : Member, form == "guest" ? Guest : Reply);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Contains("help.", visit.Text("textarea[name=message]"), StringComparison.Ordinal);
        Assert.NotNull(visit.Page.QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task Form_ShownAgain_ShowsHostileTextAsText()
    {
        var fields = new[] { "name", "organisation", "email", "country", "offers", "message", "namesCountry", "second-address", "attempt" };
        (string, string)[] typed = [.. fields.Concat(["fileName", "fileLabel"]).Select(field => (field, HostileSubmissions.Text)), ("fileId", $"{FakeSubmissions.KeptFile}")];
        var guest = await portal.SubmitAsync(OpenToAll, "guest", null, typed);
        var member = await portal.SubmitAsync(OpenToAll, "reply", Member, typed);

        foreach (var visit in new[] { guest, member })
        {
            Assert.StartsWith("</textarea>", visit.Text("textarea[name=message]"), StringComparison.Ordinal);
            Harmless.Check(visit);
        }
    }

    private static JsonDocument Body(string told) => JsonDocument.Parse(told[told.IndexOf('{', StringComparison.Ordinal)..]);
}
