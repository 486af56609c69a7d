using System.Collections;
using System.Xml.Linq;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Portal.Tests.Security;

/// <summary>What contributors type is text, wherever it is shown.</summary>
public sealed class HostileSubmissionsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string[] Fields =
    [
        "title", "language", "country", "countryRole", "organisation", "organisationRole", "challenge", "solution", "themes", "type", "status", "startYear", "linkUrl", "linkLabel",
        "contactName", "contactEmail", "summary", "lessons", "note", "isGlobal", "purpose", "audience", "year", "edition", "documentLanguages", "format", "testedIn", "gfmdOrigin", "usedBy", "text", "date", "videoUrl", "videoCaptions", "videoTranscript",
        "translations-fr-origin", "translations-fr-title", "translations-fr-summary", "translations-fr-challenge", "translations-fr-purpose",
        "summit", "startDate", "endDate", "duration", "place", "programme", "presentationPlace", "presentationEntry", "presentationTitle", "presentationCountries", "presentationOrganisations",
        "presentationSpeakers", "presentationSlides", "presentationVideo",
        "roundTable", "sourceName", "sourceUrl", "sourcePage", "gcm", "comesFrom", "translations-fr-text",
    ];

    public static TheoryData<string> Pages =>
    [
        "/contribute",
        $"/contribute/{HostileSubmissions.Draft}",
        $"/contribute/{HostileSubmissions.Draft}?preview",
        $"/contribute/{HostileSubmissions.Submitted}",
        $"/contribute/{HostileSubmissions.ChangesRequested}",
        $"/contribute/{HostileSubmissions.Refused}",
        $"/contribute/{HostileSubmissions.Correction}",
        $"/contribute/{HostileSubmissions.ToolDraft}",
        $"/contribute/{HostileSubmissions.SubmittedTool}",
        $"/contribute/{HostileSubmissions.ToolCorrection}",
        $"/desk/submissions/{HostileSubmissions.SubmittedTool}",
        $"/desk/submissions/{HostileSubmissions.ToolCorrection}",
        "/tools/hostile-tool",
        $"/contribute/{HostileSubmissions.LessonDraft}",
        $"/contribute/{HostileSubmissions.SubmittedLesson}",
        $"/desk/submissions/{HostileSubmissions.SubmittedLesson}",
        $"/contribute/{HostileSubmissions.SessionDraft}",
        $"/contribute/{HostileSubmissions.SessionDraft}?preview",
        $"/contribute/{HostileSubmissions.PublishedSession}",
        "/desk/sessions",
        "/desk/sessions/hostile-session",
        "/sessions/hostile-session",
        "/sessions",
        $"/contribute/{HostileSubmissions.RecommendationDraft}",
        $"/contribute/{HostileSubmissions.RecommendationDraft}?preview",
        $"/contribute/{HostileSubmissions.PublishedRecommendation}",
        "/desk/recommendations",
        "/desk/recommendations/hostile-recommendation",
        "/recommendations/hostile-recommendation",
        "/recommendations",
        "/contribute/chain/practices/hostile",
        "/working-groups",
        "/working-groups/hostile",
        "/desk/groups",
        "/desk/groups/hostile",
        "/contribute/groups/hostile?year=2021",
        "/announcements",
        $"/announcements/{FakeAnnouncements.Hostile}",
        "/desk/announcements",
        $"/desk/announcements/{FakeAnnouncements.Hostile}",
        "/members/engage/practices/hostile",
        "/members/threads",
        $"/members/threads/{FakeMembers.AboutEntry}",
        $"/contribute/practices/{FakeOwnPractices.Own}/counts",
        $"/desk/entries/{FakeDeskEntries.Merged}/counts",
        "/desk/submissions",
        $"/desk/submissions/{HostileSubmissions.Submitted}",
        $"/desk/submissions/{HostileSubmissions.ChangesRequested}",
        $"/desk/submissions/{HostileSubmissions.Correction}",
        $"/contribute/practices/{FakeOwnPractices.Own}",
        $"/contribute/calls/{FakeCallDrafts.Draft}",
        $"/contribute/calls/{FakeCallDrafts.Submitted}",
        $"/contribute/calls/{FakeCallDrafts.ChangesRequested}",
        $"/contribute/calls/{FakeCallDrafts.Completed}",
        "/desk/calls",
        $"/desk/calls/{FakeCallDrafts.Submitted}",
        $"/desk/calls/{FakeCallDrafts.Open}",
        "/countries/mt",
        "/tools/migration-profiles-repository?country=MT",
        "/contribute/profiles?country=MT",
        $"/contribute/profiles/{FakeProfiles.Hostile}",
        "/calls/hostile",
        "/members/replies",
        "/calls/replied-here/reply",
        "/calls/reply?token=unconfirmed",
        "/calls/reply?token=confirmed",
        $"/contribute/calls/{FakeCallDrafts.Open}/replies",
        "/practices/hostile",
        "/practices/hostile/v/1",
        "/search?q=alert",
        "/map?country=MT",
        "/members/following",
        $"/members/follow-search?theme=remittances&q={Uri.EscapeDataString(HostileSubmissions.Line)}",
    ];

    private string Staff => portal.Issuer.AccessToken(roles: ["administrator"], entity: FakeSubmissions.Owner);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_ShowsItAsText(string path)
    {
        var visit = await portal.VisitAsync(path, Staff);

        Assert.Contains("onerror=alert(1)", visit.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Harmless.Check(visit);
    }

    [Theory]
    [InlineData("save", "2", "solution")]
    [InlineData("submit", "3", "solution")]
    [InlineData("rows", "3", "solution")]
    [InlineData("save", "2", "purpose")]
    [InlineData("save", "2", "text")]
    [InlineData("submit", "3", "purpose")]
    [InlineData("submit", "3", "text")]
    [InlineData("rows", "3", "purpose")]
    [InlineData("rows", "3", "text")]
    [InlineData("save", "2", "programme")]
    [InlineData("submit", "3", "programme")]
    [InlineData("rows", "3", "programme")]
    [InlineData("save", "2", "recommendation")]
    [InlineData("publish", "3", "recommendation")]
    public async Task Form_ShownAgain_ShowsItAsText(string then, string version, string text)
    {
        portal.Behind.Submissions.Wrong = new Dictionary<string, string[]> { ["links"] = [$"'{HostileSubmissions.Line}' is not a web address."], [HostileSubmissions.Line] = [HostileSubmissions.Line] };
        try
        {
            var visit = await portal.SubmitAsync(
                $"/contribute/{text switch { "purpose" => HostileSubmissions.ToolDraft, "text" => HostileSubmissions.LessonDraft, "programme" => HostileSubmissions.SessionDraft, "recommendation" => HostileSubmissions.RecommendationDraft, _ => HostileSubmissions.Draft }}", "form", Staff, [.. Fields.Select(field => (field, $"Mine: {HostileSubmissions.Line}")), ("then", then), ("version", version)]);

            Assert.Equal($"Mine: {HostileSubmissions.Line}", visit.Page.QuerySelector("input[name=title]")!.GetAttribute("value"));
            Assert.StartsWith("Mine: </textarea>", visit.Text($"textarea[name={(text == "recommendation" ? "text" : text)}]"), StringComparison.Ordinal);
            Harmless.Check(visit);
        }
        finally
        {
            portal.Behind.Submissions.Wrong = null;
        }
    }

    [Fact]
    public async Task Links_ThatAreNoWebAddresses_AreNoLinks()
    {
        var visit = await portal.VisitAsync($"/desk/submissions/{HostileSubmissions.Submitted}", Staff);

        Assert.Equal(["https"], visit.Page.QuerySelectorAll(".facts a:not([download])").Select(link => link.GetAttribute("href")!.Split(':')[0]));
        Assert.Contains("javascript:alert(1)", visit.Text(".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Practices_ThatATool_Names_AreLinksToThisSiteAlone()
    {
        var visit = await portal.VisitAsync($"/desk/submissions/{HostileSubmissions.SubmittedTool}", Staff);

        Assert.Equal(["/practices/x"], visit.Page.QuerySelectorAll(".facts a:not([download]):not([rel])").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Feed_OfThem_HasTheTextAlone()
    {
        var feed = XDocument.Parse((await portal.VisitAsync("/practices/feed.atom")).Html);

        Assert.Contains(feed.Descendants(), element => element.Name.LocalName == "summary" && element.Value == Samples.Hostile);
        Assert.DoesNotContain(feed.Descendants(), element => element.Name.LocalName is "script" or "img");
    }

    // What is added to the form is to be tried as well.
    [Fact]
    public void Hostile_IsEveryTextOfTheForm()
    {
        foreach (var property in typeof(SubmissionForm).GetProperties())
        {
            var texts = property.GetValue(HostileSubmissions.Form) switch
            {
                bool => [HostileSubmissions.Line],
                string text => [text],
                IEnumerable rows => rows.Cast<object>().SelectMany(TextsOf),
                { } part => TextsOf(part),
                null => [],
            };
            Assert.Contains(texts, text => text == HostileSubmissions.Text || text == HostileSubmissions.Line);
        }
    }

    private static IEnumerable<string> TextsOf(object part) => part is string text ? [text] : part.GetType().GetProperties().Select(property => property.GetValue(part)).OfType<string>();
}
