using System.Net;

namespace PfP.Portal.Tests.Replies;

/// <summary>What the link of a guest's mail shows and does.</summary>
public sealed class GuestReplyPageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Unconfirmed = $"/calls/reply?token={FakeReplies.Unconfirmed}";
    private const string Confirmed = $"/calls/reply?token={FakeReplies.Confirmed}";

    private FakeReplies Replies => portal.Behind.Replies;

    [Fact]
    public async Task Link_ConfirmsByAButton_NotByBeingFollowed()
    {
        var before = Replies.Told.Count;
        var visit = await portal.VisitAsync(Unconfirmed);
        Assert.Equal(["confirm", "erase"], Handlers(visit));
        Assert.Equal((before, true), (Replies.Told.Count, visit.Headers.CacheControl?.NoStore));

        var sent = await portal.SubmitAsync(Unconfirmed, "confirm", null);

        Assert.Equal((HttpStatusCode.Redirect, Unconfirmed), (sent.Status, sent.Headers.Location!.PathAndQuery));
        Assert.Equal("POST /replies/guest?token=unconfirmed", Replies.Told.Last());
    }

    [Fact]
    public async Task Link_OnceConfirmed_ShowsTheAnswer_AndErases()
    {
        var visit = await portal.VisitAsync(Confirmed);
        Assert.Equal(["erase"], Handlers(visit));
        Assert.StartsWith("</textarea>", visit.Text("blockquote .as-written"), StringComparison.Ordinal);

        var unsure = await portal.SubmitAsync(Confirmed, "erase", null);
        var sure = await portal.SubmitAsync($"/fr{Confirmed}", "erase", null, ("sure", "true"));
        var after = await portal.VisitAsync(sure.Headers.Location!.PathAndQuery);

        Assert.Equal(["#sure"], unsure.Links(".error-summary"));
        Assert.Equal(("/fr/calls/reply?erased", "DELETE /replies/guest?token=confirmed"), (sure.Headers.Location!.PathAndQuery, Replies.Told.Last()));
        Assert.Equal((HttpStatusCode.OK, "Votre réponse est effacée"), (after.Status, after.Text("h1")));
    }

    [Theory]
    [InlineData("/calls/reply")]
    [InlineData("/calls/reply?token=made-up")]
    public async Task Link_ThatLeadsNowhere_SaysSo(string path) => Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync(path)).Status);

    private static IEnumerable<string> Handlers(Visit visit) => visit.Page.QuerySelectorAll("main input[name=_handler]").Select(handler => handler.GetAttribute("value")!);
}
