using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PfP.Portal.Tests.Contribute;

/// <summary>A text is shown to those who clear it: by link, and as a document.</summary>
public sealed class ClearanceTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string Draft = $"/contribute/{FakeSubmissions.Draft}";

    private string Member => portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Link_IsShownOnceItIsMade_AndGoneOnceItIsEnded()
    {
        var made = await portal.SubmitAsync($"/fr{Draft}", "clearance", Member, ("link", "make"));
        var ended = await portal.SubmitAsync($"/fr{Draft}", "clearance", Member, ("link", "end"));

        Assert.EndsWith($"/fr/clearance?token={FakeSubmissions.ClearanceToken}", made.Page.QuerySelector("#clearance .notice a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Le lien n’est plus valable", ended.Text("#clearance [role=status]"), StringComparison.Ordinal);
        Assert.Contains($"DELETE /{FakeSubmissions.Draft}/clearance", portal.Behind.Submissions.Told);
    }

    [Fact]
    public async Task Page_ShowsTheTextToWhoeverHasTheLink_AndIsKeptNowhere()
    {
        var visit = await portal.VisitAsync($"/clearance?token={FakeSubmissions.ClearanceToken}");
        var unknown = await portal.VisitAsync("/clearance?token=other");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (visit.Status, unknown.Status));
        Assert.True(visit.Headers.CacheControl?.NoStore);
        Assert.Contains("As a browser sends paragraphs", visit.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("unit@ministry.example", visit.Html, StringComparison.Ordinal);
        Assert.Equal("noindex", visit.Page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Document_OpensInWord_WithEveryText(bool byLink)
    {
        using var client = portal.CreateReader();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(byLink ? $"/es/clearance/document?token={FakeSubmissions.ClearanceToken}" : $"/es{Draft}/document", UriKind.Relative));
        request.Headers.Authorization = byLink ? null : new("Bearer", Member);

        using var answer = await client.SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode.OK, "attachment", true), (answer.StatusCode, answer.Content.Headers.ContentDisposition?.DispositionType, answer.Headers.CacheControl?.NoStore));
        using var document = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancellation)), isEditable: false);
        var lines = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(line => line.InnerText).ToList();
        Assert.Equal(Samples.Hostile, lines[0]);
        Assert.Contains("As a browser sends paragraphs.", lines);
        Assert.Contains("Enlaces o archivos", lines);
        Assert.Equal(!byLink, lines.Exists(line => line.Contains("unit@ministry.example", StringComparison.Ordinal)));
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document, Cancellation));
    }

    [Theory]
    [InlineData("/clearance/document?token=other", HttpStatusCode.NotFound)]
    [InlineData("/clearance/document", HttpStatusCode.NotFound)]
    [InlineData("/contribute/0190b6f0-0000-7000-8000-0000000000d1/document", HttpStatusCode.Redirect)]
    public async Task Document_OfWhatIsNotTheirs_IsNotThere(string path, HttpStatusCode expected) => Assert.Equal(expected, (await portal.VisitAsync(path)).Status);
}
