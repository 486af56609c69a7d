using System.Net;

namespace PfP.Portal.Tests.Notifications;

/// <summary>Whoever follows the link of a mail stops its kind with one button, without an account and without script.</summary>
public sealed class UnsubscribePageTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private const string Page = $"/unsubscribe?token={FakeNotifications.Token}";

    private FakeNotifications Notifications => portal.Behind.Notifications;

    public void Dispose() => Notifications.Fails = false;

    [Fact]
    public async Task Page_OnlyAsks_AndIsKeptNowhere()
    {
        var before = Notifications.Told.Count;

        var visit = await portal.VisitAsync($"/fr{Page}");

        Assert.Equal((HttpStatusCode.OK, true, "noindex"), (visit.Status, visit.Headers.CacheControl?.NoStore, visit.Page.QuerySelector("meta[name=robots]")?.GetAttribute("content")));
        Assert.Equal("Ne plus recevoir ces messages", visit.Text("main h1"));
        Assert.Equal(before, Notifications.Told.Count);
    }

    [Fact]
    public async Task Button_StopsThem_AndSaysSo()
    {
        var sent = await portal.SubmitAsync($"/es{Page}", "unsubscribe", null);
        var said = await portal.VisitAsync(sent.Headers.Location!.PathAndQuery);

        Assert.Equal((HttpStatusCode.Redirect, "/es/unsubscribe?stopped"), (sent.Status, sent.Headers.Location.PathAndQuery));
        Assert.Equal(FakeNotifications.Token, Notifications.Told.Last());
        Assert.StartsWith("Hecho", said.Text("[role=status]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/unsubscribe?token=another", false)]
    [InlineData(Page, true)]
    public async Task Button_ThatIsNotTaken_SaysWhy(string path, bool fails)
    {
        Notifications.Fails = fails;

        var visit = await portal.SubmitAsync(path, "unsubscribe", null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.NotNull(visit.Page.QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task Page_WithoutAToken_IsNotThere() => Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync("/unsubscribe")).Status);

    [Fact]
    public async Task Form_WithoutItsToken_IsNotTaken()
    {
        var before = Notifications.Told.Count;
        using var client = portal.CreateReader();
        using var content = new FormUrlEncodedContent([new("_handler", "unsubscribe")]);

        using var answer = await client.PostAsync(new Uri(Page, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, before), (answer.StatusCode, Notifications.Told.Count));
    }
}
