using System.Net;

namespace PfP.Portal.Tests.Contribute;

/// <summary>A policy tool is contributed as a practice is, by a form of its own.</summary>
public sealed class ToolContributionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string Draft = $"/contribute/{FakeSubmissions.ToolDraft}";

    private static readonly (string, string)[] Typed =
    [
        ("title", "A handbook"), ("organisation", "Ministry of samples"), ("organisationRole", "lead"), ("purpose", "Whom to license"), ("audience", "Ministries"), ("themes", "remittances"),
        ("type", "handbook"), ("year", "20x1"), ("edition", "Second"), ("documentLanguages", "en"), ("documentLanguages", "ar"), ("format", "PDF"), ("testedIn", "KE"), ("testedIn", ""),
        ("gfmdOrigin", "Working group"), ("usedBy", "/practices/sending-money-home"), ("usedBy", " "), ("language", "en"), ("linkUrl", "https://example.org"), ("linkLabel", "It"),
        ("contactName", "Unit"), ("contactEmail", "unit@ministry.example"), ("summary", ""),
    ];

    private string Member => Token("member");

    [Fact]
    public async Task Start_OffersEveryKind_AndMakesADraftOfTheOneThatIsChosen()
    {
        var page = await portal.VisitAsync("/contribute", Member);
        var visit = await portal.SubmitAsync("/contribute", "start-tool", Member);

        Assert.Equal(["Start a practice", "Start a policy tool", "Start a call for action"], page.Page.QuerySelectorAll("main form:has([name=attempt]) button").Select(button => button.TextContent));
        Assert.Equal((HttpStatusCode.Redirect, Draft), (visit.Status, Path(visit)));
        Assert.StartsWith("POST ?kind=tool {", portal.Behind.Submissions.Told.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_AsksWhatTheTemplateOfToolsAsks_EachWithHelp()
    {
        var visit = await portal.VisitAsync(Draft, Member);

        var fields = visit.Page.QuerySelector("form[data-draft]")!.QuerySelectorAll(":scope > .field");
        Assert.Equal(
            ["title", "organisations", "purpose", "audience", "themes", "type", "year", "edition", "documentLanguages", "format", "testedIn", "gfmdOrigin", "usedBy", "language", "links", "contact", "summary"],
            fields.Select(field => field.Id is { Length: > 0 } id ? id : field.QuerySelector("[id][name]")!.Id));
        Assert.All(fields, field => Assert.NotNull(field.QuerySelector(".hint")));
        Assert.Contains("x-unknown", visit.Page.QuerySelectorAll("[name=documentLanguages][checked]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task Save_SendsAllThatWasTyped_AsDoesTheScript()
    {
        var saved = await portal.SubmitAsync(Draft, "form", Member, [.. Typed, ("then", "save")]);
        var told = portal.Behind.Submissions.Told.Last(line => line.StartsWith($"PUT /{FakeSubmissions.ToolDraft}", StringComparison.Ordinal));
        var autosaved = await portal.SubmitAsync(Draft, "form", Member, [.. Typed, ("then", "autosave")]);

        Assert.Equal((HttpStatusCode.Redirect, $"{Draft}?saved", HttpStatusCode.OK), (saved.Status, Path(saved), autosaved.Status));
        foreach (var part in new[] { "\"purpose\":\"Whom to license\"", "\"audience\":\"Ministries\"", "\"year\":\"20x1\"", "\"edition\":\"Second\"", "\"documentLanguages\":[\"en\",\"ar\"]", "\"format\":\"PDF\"", "\"testedIn\":[\"KE\"]", "\"gfmdOrigin\":\"Working group\"", "\"usedBy\":[\"/practices/sending-money-home\"]" })
        {
            Assert.Contains(part, told, StringComparison.Ordinal);
        }

        Assert.Equal(told, portal.Behind.Submissions.Told.Last(line => line.StartsWith($"PUT /{FakeSubmissions.ToolDraft}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Submit_OfWhatIsWrong_SaysSoAtTheField_InTheReadersLanguage_AsOfATool()
    {
        portal.Behind.Submissions.Wrong = new Dictionary<string, string[]> { ["usedBy"] = ["No."], ["organisations"] = ["It is required."], ["year"] = ["It is a year."], ["purpose"] = ["It is required."] };
        try
        {
            var visit = await portal.SubmitAsync($"/fr{Draft}", "form", Member, [.. Typed, ("then", "submit")]);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
            Assert.Equal(["#organisations", "#purpose", "#year", "#usedBy"], visit.Links(".error-summary"));
            Assert.Contains("qui l’a conçu", visit.Text("#organisations-error"), StringComparison.Ordinal);
            Assert.Equal(("20x1", "Whom to license"), (visit.Page.QuerySelector("input[name=year]")!.GetAttribute("value"), visit.Text("textarea[name=purpose]")));
            Assert.Equal(["KE"], visit.Page.QuerySelectorAll("select[name=testedIn] option[selected]").Select(option => option.GetAttribute("value")).Where(code => code!.Length > 0));
        }
        finally
        {
            portal.Behind.Submissions.Wrong = null;
        }
    }

    [Fact]
    public async Task Save_AfterSomebodyElses_ShowsBothAtTheFieldsThatDiffer()
    {
        var visit = await portal.SubmitAsync(Draft, "form", Member, [.. Typed, ("then", "save"), ("version", "2")]);

        Assert.Equal(HttpStatusCode.Conflict, visit.Status);
        Assert.Contains("2021", visit.Text("#year-error"), StringComparison.Ordinal);
        Assert.DoesNotContain("#type", visit.Links(".error-summary"));
    }

    [Fact]
    public async Task Review_ShowsWhatATool_Says_AndAsksForChangesAtItsFields()
    {
        var page = $"/desk/submissions/{FakeSubmissions.SubmittedTool}";
        var visit = await portal.VisitAsync(page, Token("moderator"));
        var asked = await portal.SubmitAsync(page, "changes", Token("moderator"), ("at-purpose", "Say who decides"));

        Assert.Contains("Handbook", visit.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("English, Arabic, x-unknown", visit.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("/practices/sending-money-home", visit.Links(".facts"));
        Assert.DoesNotContain("A challenge that no tool has", visit.Text("main"), StringComparison.Ordinal);
        Assert.Null(visit.Page.QuerySelector("[name=at-challenge]"));
        Assert.NotNull(visit.Page.QuerySelector("[name=at-gfmdOrigin]"));
        Assert.Contains("policy tools for the title", visit.Text("#duplicates"), StringComparison.Ordinal);
        Assert.Contains("&kind=tool&", portal.Behind.Asked.Last(path => path.StartsWith("/api/search?", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        Assert.Contains($$"""POST /{{FakeSubmissions.SubmittedTool}}/request-changes {"text":"","comments":[{"field":"purpose","message":"Say who decides"}]}""", portal.Behind.Submissions.Told);
    }

    [Fact]
    public async Task Review_OfACorrection_ShowsWhatChanges_BesideWhatIsPublished()
    {
        var visit = await portal.VisitAsync($"/desk/submissions/{FakeSubmissions.ToolCorrection}", Token("moderator"));

        Assert.Equal(["Edition", "Countries in which it was tested"], visit.Page.QuerySelectorAll("section:has(.versions) h3").Select(heading => heading.TextContent));
        Assert.Contains("/tools/guide", visit.Links("main"));
        Assert.DoesNotContain("/tools/guide", visit.Links("#duplicates"));
    }

    [Theory]
    [InlineData("correct", "tools/guide/correction", "/contribute/0190b6f0-0000-7000-8000-0000000000da")]
    [InlineData("confirm", "tools/guide/confirm \"4\"", "/contribute/tools/guide?saved")]
    public async Task Own_ToolIsKeptUpToDate_AsAPracticeIs(string form, string told, string next)
    {
        var visit = await portal.SubmitAsync("/contribute/tools/guide", form, Token("focal_point"));

        Assert.Equal((HttpStatusCode.Redirect, next), (visit.Status, Path(visit)));
        Assert.Contains(told, portal.Behind.OwnPractices.Told);
    }

    [Fact]
    public async Task Pages_LeadFromTheToolToItsOwnersPage_AndBack()
    {
        Assert.Contains("/contribute/tools/guide", (await portal.VisitAsync("/tools/guide", Member)).Links("main"));
        Assert.DoesNotContain("/contribute/tools/guide", (await portal.VisitAsync("/tools/guide")).Links("main"));
        Assert.Contains("/tools/guide", (await portal.VisitAsync($"/contribute/{FakeSubmissions.PublishedTool}", Member)).Links("main"));
        Assert.Contains("/contribute/tools/guide", (await portal.VisitAsync("/contribute", Member)).Links("#tools"));
    }

    private string Token(string role) => portal.Issuer.AccessToken(roles: [role], entity: FakeSubmissions.Owner);

    private static string? Path(Visit visit) => visit.Headers.Location is { } location ? location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString : null;
}
