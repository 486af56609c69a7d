using System.Net;
using System.Text.Json;
using PfP.Portal.Tests.Security;

namespace PfP.Portal.Tests.Reports;

/// <summary>Anybody who reads a page may say what is wrong with it, without an account and without script.</summary>
public sealed class ReportPageTests(PortalFixture portal) : IClassFixture<PortalFixture>, IDisposable
{
    private const string Page = "/report?about=/practices/sending-money-home";

    private static readonly (string, string)[] Filled = [("kind", "wrong_fact"), ("message", " The year\r\nis wrong. "), ("email", " reader@example.org "), ("second-address", "")];

    private FakeReports Reports => portal.Behind.Reports;

    public void Dispose() => (Reports.Wrong, Reports.Fails) = (null, false);

    [Theory]
    [InlineData("/practices/sending-money-home")]
    [InlineData("/practices/sending-money-home/v/1")]
    [InlineData("/fr/tools/guide")]
    [InlineData("/fr/calls/closing")]
    [InlineData("/calls/informal")]
    [InlineData("/es/sessions/pfp-berlin")]
    public async Task EveryEntry_LeadsToTheForm_WhichNamesIt(string path)
    {
        var entry = await portal.VisitAsync(path);
        var link = Assert.Single(entry.Page.QuerySelectorAll("main a[href*='/report?about']"));

        var form = await portal.VisitAsync(link.GetAttribute("href")!);

        Assert.Equal(("nofollow", HttpStatusCode.OK), (link.GetAttribute("rel"), form.Status));
        Assert.Equal(path.Split("/v/")[0], form.Page.QuerySelector("main form p a")!.GetAttribute("href"));
        Assert.Equal("noindex", form.Page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task Form_IsForWhoeverAskedForIt_AndKeptNowhere()
    {
        var visit = await portal.VisitAsync(Page);

        Assert.True(visit.Headers.CacheControl?.NoStore);
        Assert.Contains("Set-Cookie", visit.Headers.Select(header => header.Key));
        Assert.Empty(visit.Page.QuerySelectorAll("main form script"));
    }

    [Theory]
    [InlineData("visitor")]
    [InlineData("pending")]
    [InlineData("member")]
    public async Task Report_IsSentOn_AndTheReaderThanked(string role)
    {
        var sent = await portal.SubmitAsync($"/fr{Page}", "report", TokenOf(role), Filled);
        var thanked = await portal.VisitAsync(sent.Headers.Location!.PathAndQuery, TokenOf(role));

        Assert.Equal((HttpStatusCode.Redirect, "/fr/report?sent&about=%2Fpractices%2Fsending-money-home"), (sent.Status, sent.Headers.Location!.PathAndQuery));
        var told = Reports.Told.Last().Split(' ', 3);
        Assert.True(told[0] == "/" && Guid.TryParse(told[1], out _), told[1]);
        using var body = JsonDocument.Parse(told[2]);
        Assert.Equal(
            ["/practices/sending-money-home", "wrong_fact", "The year\nis wrong.", "reader@example.org"],
            new[] { "about", "kind", "message", "email" }.Select(name => body.RootElement.GetProperty(name).GetString()));
        Assert.StartsWith("Merci.", thanked.Text("[role=status]"), StringComparison.Ordinal);
        Assert.Contains("/fr/practices/sending-money-home", thanked.Links("main"));
        Assert.DoesNotContain("reader@example.org", thanked.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_AboutACall_IsSentToItsService()
    {
        var sent = await portal.SubmitAsync("/report?about=/calls/closing", "report", null, Filled);
        var told = Reports.Told.Last();
        var unknown = await portal.SubmitAsync("/report", "report", null, [.. Filled, ("about", "/calls/nothing-there")]);

        Assert.Equal((HttpStatusCode.Redirect, "/report?sent&about=%2Fcalls%2Fclosing"), (sent.Status, sent.Headers.Location!.PathAndQuery));
        Assert.StartsWith("calls / ", told, StringComparison.Ordinal);
        Assert.Contains("\"about\":\"/calls/closing\"", told, StringComparison.Ordinal);
        Assert.Equal(["#about"], unknown.Links(".error-summary"));
    }

    [Fact]
    public async Task Report_SentTwice_IsNamedTheSame_AndAnotherFormIsNot()
    {
        var opened = await portal.VisitAsync(Page);
        var attempt = opened.Page.QuerySelector("input[name=attempt]")!.GetAttribute("value")!;

        foreach (var _ in Enumerable.Range(0, 2))
        {
            await portal.SubmitAsync(Page, "report", TokenOf("visitor"), [.. Filled, ("attempt", attempt)]);
        }

        Assert.All(Reports.Told.TakeLast(2), told => Assert.StartsWith($"/ {attempt} ", told, StringComparison.Ordinal));
        Assert.NotEqual(attempt, (await portal.VisitAsync(Page)).Page.QuerySelector("input[name=attempt]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("kind", "")]
    [InlineData("kind", "spam")]
    [InlineData("message", "  ")]
    [InlineData("message", "a\u0001b")]
    [InlineData("email", "nobody")]
    [InlineData("email", "a@example.org\r\nBcc: all@example.org")]
    [InlineData("about", "")]
    [InlineData("about", "/practices/nothing-there")]
    [InlineData("about", "/practices/withdrawn")]
    [InlineData("about", "https://evil.example/elsewhere")]
    [InlineData("second-address", "Buy now")]
    public async Task WhatIsWrong_IsSaidAtItsField_AndNothingIsSent(string field, string value)
    {
        var before = Reports.Told.Count;

        var visit = await portal.SubmitAsync(Page, "report", TokenOf("visitor"), [.. Filled.Where(filled => filled.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Equal([$"#{field}"], visit.Links(".error-summary"));
        Assert.NotNull(visit.Page.QuerySelector($"[name={field}][aria-invalid=true]"));
        Assert.Equal(field == "message" ? value : Filled[1].Item2, visit.Page.QuerySelector("textarea[name=message]")!.TextContent.ReplaceLineEndings("\r\n"));
        Assert.Equal(before, Reports.Told.Count);
    }

    [Fact]
    public async Task Message_ThatIsTooLong_IsRefused_AndKeptForWhoeverTypedIt()
    {
        var message = new string('x', 2001);

        var visit = await portal.SubmitAsync(Page, "report", TokenOf("visitor"), ("kind", "other"), ("message", message), ("email", ""), ("second-address", ""));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), (visit.Status, visit.Text("textarea[name=message]")));
    }

    [Fact]
    public async Task Page_ThatWasNotNamed_IsAskedFor_AndFoundHoweverItIsCopied()
    {
        foreach (var path in new[] { "/report", "/report?about=/practices/nothing-there", "/report?about=javascript:alert(1)", "/report?about=a&about=b" })
        {
            var visit = await portal.VisitAsync(path);
            Assert.Equal(HttpStatusCode.OK, visit.Status);
            Assert.Equal("text", visit.Page.QuerySelector("input[name=about]")!.GetAttribute("type"));
        }

        var sent = await portal.SubmitAsync("/report", "report", TokenOf("visitor"), [.. Filled, ("about", "https://pfp.example/fr/practices/merged?x#y")]);

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Contains("\"about\":\"/practices/sending-money-home\"", Reports.Told.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_OfTheCatalogue_StandsAtItsField()
    {
        Reports.Wrong = new Dictionary<string, string[]> { ["about"] = ["There is no such page, or it was withdrawn."] };

        var visit = await portal.SubmitAsync(Page, "report", TokenOf("visitor"), Filled);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "There is no such page, or it was withdrawn."), (visit.Status, visit.Text(".error-summary a[href='#about']")));
    }

    [Theory]
    [InlineData("/practices/sending-money-home", true)]
    [InlineData("/practices/away", false)]
    public async Task Report_WhileTheCatalogueIsAway_KeepsWhatWasTyped(string about, bool fails)
    {
        Reports.Fails = fails;

        var visit = await portal.SubmitAsync($"/report?about={about}", "report", TokenOf("visitor"), [.. Filled, ("about", about)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
        Assert.Empty(visit.Links(".error-summary"));
        Assert.Contains("is wrong.", visit.Text("textarea[name=message]"), StringComparison.Ordinal);
        Assert.Equal(about, visit.Page.QuerySelector("input[name=about]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsNotTaken()
    {
        var before = Reports.Told.Count;
        using var client = portal.CreateReader();
        using var content = new FormUrlEncodedContent([.. Filled.Select(field => KeyValuePair.Create(field.Item1, field.Item2)), new("_handler", "report"), new("about", "/practices/sending-money-home")]);

        using var answer = await client.PostAsync(new Uri(Page, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, true), (answer.StatusCode, answer.Headers.CacheControl?.NoStore));
        Assert.Equal(before, Reports.Told.Count);
    }

    [Theory]
    [InlineData("/report?about=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/report?about=//evil.example/practices/x")]
    [InlineData("/report?about=/practices/hostile")]
    [InlineData("/report?sent&about=/practices/hostile")]
    public async Task Page_WithHostileText_ShowsItAsText(string path) => Harmless.Check(await portal.VisitAsync(path));

    [Fact]
    public async Task Form_ShownAgain_ShowsHostileTextAsText()
    {
        var visit = await portal.SubmitAsync(
            Page, "report", TokenOf("visitor"), new[] { "about", "kind", "message", "email", "second-address", "attempt" }.Select(field => (field, HostileSubmissions.Text)).ToArray());

        Assert.StartsWith("</textarea>", visit.Text("textarea[name=message]"), StringComparison.Ordinal);
        Harmless.Check(visit);
    }

    private string? TokenOf(string role) => role == "visitor" ? null : portal.Issuer.AccessToken(roles: role == "pending" ? [] : [role]);
}
