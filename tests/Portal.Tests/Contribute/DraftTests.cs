using System.Net;

namespace PfP.Portal.Tests.Contribute;

/// <summary>Saving while somebody writes, as the page's script asks for it: the same form, and a short answer.</summary>
public sealed class DraftTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Form = "form[data-draft]";
    private static readonly string Draft = $"/contribute/{FakeSubmissions.Draft}";

    private string Member => portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

    [Fact]
    public async Task Autosave_Saves_AndAnswersWithTheVersionButNotTheFields()
    {
        var visit = await portal.SubmitAsync(Draft, "form", Member, ("title", "Half a ti"), ("then", "autosave"));

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.Contains("\"title\":\"Half a ti\"", portal.Behind.Submissions.Told.Last(), StringComparison.Ordinal);
        Assert.Equal("stored", visit.Page.QuerySelector(Form)!.GetAttribute("data-draft"));
        Assert.Equal($"{FakeSubmissions.Version}", visit.Page.QuerySelector($"{Form} input[name=version]")!.GetAttribute("value"));
        Assert.Null(visit.Page.QuerySelector("textarea[name=challenge]"));
    }

    [Fact]
    public async Task Preview_Saves_AndShowsTheTextsAsReadersWillSeeThem()
    {
        var sent = await portal.SubmitAsync(Draft, "form", Member, ("title", "Looked at"), ("then", "preview"));
        var shown = await portal.VisitAsync($"{Draft}?preview", Member);

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.EndsWith($"{Draft}?preview#preview", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"title\":\"Looked at\"", portal.Behind.Submissions.Told.Last(), StringComparison.Ordinal);
        Assert.Equal(2, shown.Page.QuerySelectorAll("#preview section").First(section => section.TextContent.Contains("As a browser sends paragraphs.", StringComparison.Ordinal)).QuerySelectorAll("p").Length);
        Assert.NotNull(shown.Page.QuerySelector($"{Form} textarea[name=challenge]"));
        Assert.Null((await portal.VisitAsync(Draft, Member)).Page.QuerySelector("#preview"));
    }

    [Fact]
    public async Task Autosave_AfterSomebodyElses_ReplacesNothingAndSaysSo()
    {
        var before = portal.Behind.Submissions.Told.Count;

        var visit = await portal.SubmitAsync(Draft, "form", Member, ("title", "Mine"), ("then", "autosave"), ("version", "2"));

        Assert.Equal(HttpStatusCode.Conflict, visit.Status);
        Assert.Equal("compared", visit.Page.QuerySelector(Form)!.GetAttribute("data-draft"));
        Assert.Equal(before + 1, portal.Behind.Submissions.Told.Count);
    }

    [Fact]
    public async Task Save_OfWhatIsStoredAlready_IsNoConflict()
    {
        var stored = Fields(await portal.VisitAsync(Draft, Member));

        var visit = await portal.SubmitAsync(Draft, "form", Member, [.. stored, ("then", "save"), ("version", "2")]);

        Assert.Equal(HttpStatusCode.Redirect, visit.Status);
    }

    [Fact]
    public async Task Save_OfALinkWithoutItsAddress_KeepsWhatWasTyped()
    {
        await portal.SubmitAsync(Draft, "form", Member, ("linkUrl", ""), ("linkLabel", "The agreement"), ("linkUrl", " "), ("linkLabel", ""), ("then", "save"));

        Assert.Contains("""[{"url":"","label":"The agreement"}]""", portal.Behind.Submissions.Told.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_AfterAColleagueSentItIn_ShowsWhatWasTyped()
    {
        using var client = portal.CreateReader();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Member);
        var opened = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await client.GetStringAsync(new Uri(Draft, UriKind.Relative), TestContext.Current.CancellationToken));
        var token = opened.QuerySelector($"{Form} input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["_handler"] = "form",
            ["version"] = "2",
            ["challenge"] = "What I wrote",
        });

        using var response = await client.PostAsync(new Uri($"/contribute/{FakeSubmissions.Submitted}", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("What I wrote", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Saved at {0}")]
    [InlineData("/fr", "Enregistré à {0}")]
    [InlineData("/es", "Guardado a las {0}")]
    public async Task Status_SpeaksTheReadersLanguage(string language, string saved)
    {
        var visit = await portal.VisitAsync(language + Draft, Member);

        Assert.Equal(saved, visit.Page.QuerySelector("#draft-status")!.GetAttribute("data-saved"));
        Assert.Equal(language + Draft, visit.Page.QuerySelector(Form)!.GetAttribute("action"));
        // And without a script it is said that the button saves.
        Assert.Contains("JavaScript", visit.Page.QuerySelector($"{Form} noscript")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>As a browser would send them.</summary>
    private static IEnumerable<(string Name, string Value)> Fields(Visit visit) => visit.Page.QuerySelectorAll($"{Form} .field :is(input, select, textarea)")
        .Where(control => control.GetAttribute("type") != "checkbox" || control.HasAttribute("checked"))
        .Select(control => (control.GetAttribute("name")!, control switch
        {
            AngleSharp.Html.Dom.IHtmlTextAreaElement text => text.Value,
            AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
            _ => control.GetAttribute("value") ?? "",
        }));
}
