using System.Net;
using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.Confirmations;

/// <summary>Whoever has the link reads the text, and confirms it or asks for changes, without an account and without script.</summary>
public sealed class ConfirmationPageTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private const string Page = "/confirmation?token=asked";

    private FakeConfirmations Confirmations => portal.Behind.Confirmations;

    public void Dispose() => Confirmations.Status = 204;

    [Theory]
    [InlineData("asked", true, "entered this text on behalf of Moldova")]
    [InlineData("confirmed", false, "You have confirmed this text")]
    [InlineData("changes", false, "You have asked for changes")]
    [InlineData("outdated", false, "The text has changed since this link was sent")]
    public async Task Page_SaysHowItStands_KeptNowhere_AndHostileTextIsText(string token, bool asks, string says)
    {
        var visit = await portal.VisitAsync($"/confirmation?token={token}");

        Assert.Equal((HttpStatusCode.OK, true, "noindex"), (visit.Status, visit.Headers.CacheControl?.NoStore, visit.Page.QuerySelector("meta[name=robots]")?.GetAttribute("content")));
        Assert.Contains(says, visit.Text("[role=status]"), StringComparison.Ordinal);
        Assert.Equal(asks, visit.Page.QuerySelector("main form") is not null);
        Assert.Equal(token != "outdated", visit.Page.QuerySelector("main .facts") is not null);
        Harmless.Check(visit);
    }

    [Theory]
    [InlineData("/confirmation")]
    [InlineData("/fr/confirmation?token=other")]
    public async Task Link_ThatIsNone_IsNotThere(string path) => Assert.Equal(HttpStatusCode.NotFound, (await portal.VisitAsync(path)).Status);

    [Theory]
    [InlineData("confirmed", "", """{"answer":"confirmed","comment":null}""")]
    [InlineData("changes", " Another\r\nname. ", """{"answer":"changes","comment":"Another\nname."}""")]
    public async Task Answer_IsSentOn_AndTheReaderComesBackToTheText(string answer, string comment, string body)
    {
        var visit = await portal.SubmitAsync($"/fr{Page}", "answer", null, ("answer", answer), ("comment", comment));

        Assert.Equal((HttpStatusCode.Redirect, $"/fr{Page}"), (visit.Status, visit.Headers.Location!.PathAndQuery));
        Assert.Equal($"/api/catalogue/confirmation?token=asked  {body}", Confirmations.Told.Last());
    }

    [Theory]
    [InlineData("changes", "  ")]
    [InlineData("confirmed", "a\u0001b")]
    public async Task Answer_ThatIsWrong_IsSaidAtItsField_AndNothingIsSent(string answer, string comment)
    {
        var before = Confirmations.Told.Count;

        var visit = await portal.SubmitAsync(Page, "answer", null, ("answer", answer), ("comment", comment));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Equal(["#comment"], visit.Links(".error-summary"));
        Assert.Equal(before, Confirmations.Told.Count);
    }

    [Theory]
    [InlineData(409)]
    [InlineData(500)]
    public async Task Answer_ThatIsNotTaken_KeepsWhatWasTyped(int status)
    {
        Confirmations.Status = status;

        var visit = await portal.SubmitAsync(Page, "answer", null, ("answer", "changes"), ("comment", HostileSubmissions.Text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.StartsWith("</textarea>", visit.Text("textarea[name=comment]"), StringComparison.Ordinal);
        Harmless.Check(visit);
    }

    [Fact]
    public async Task Answer_WithoutTheFormsToken_IsNotTaken()
    {
        var before = Confirmations.Told.Count;
        using var client = portal.CreateReader();
        using var content = new FormUrlEncodedContent([new("_handler", "answer"), new("answer", "confirmed")]);

        using var answer = await client.PostAsync(new Uri(Page, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, before), (answer.StatusCode, Confirmations.Told.Count));
    }
}
