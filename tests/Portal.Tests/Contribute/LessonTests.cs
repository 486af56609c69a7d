using System.Net;

namespace PfP.Portal.Tests.Contribute;

/// <summary>An update or lesson is written by a short form, reviewed as everything else, and read on its practice's page.</summary>
public sealed class LessonTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string Draft = $"/contribute/{FakeSubmissions.LessonDraft}";

    private static readonly (string, string)[] Typed =
    [
        ("title", "A third bank"), ("text", "It has joined"), ("type", "update"), ("date", "20x6"), ("language", "fr"), ("linkUrl", "https://example.org"), ("linkLabel", "Site"),
    ];

    [Fact]
    public async Task Form_IsShort_AndSaysOfWhichPracticeItIs()
    {
        var visit = await portal.VisitAsync(Draft, Token("member"));

        var fields = visit.Page.QuerySelector("form[data-draft]")!.QuerySelectorAll(":scope > .field");
        Assert.Equal(["title", "text", "type", "date", "language", "links"], fields.Select(field => field.Id is { Length: > 0 } id ? id : field.QuerySelector("[id][name]")!.Id));
        Assert.All(fields, field => Assert.NotNull(field.QuerySelector(".hint")));
        Assert.Contains("/practices/sending-money-home", visit.Links("main"));
    }

    [Fact]
    public async Task Save_SendsAllThatWasTyped()
    {
        var visit = await portal.SubmitAsync(Draft, "form", Token("member"), [.. Typed, ("then", "save")]);

        Assert.Equal(HttpStatusCode.Redirect, visit.Status);
        var told = portal.Behind.Submissions.Told.Last(line => line.StartsWith($"PUT /{FakeSubmissions.LessonDraft}", StringComparison.Ordinal));
        foreach (var part in new[] { "\"title\":\"A third bank\"", "\"text\":\"It has joined\"", "\"type\":\"update\"", "\"date\":\"20x6\"", "\"language\":\"fr\"" })
        {
            Assert.Contains(part, told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Submit_OfWhatIsWrong_SaysSoAtTheField_AndKeepsTheRest()
    {
        portal.Behind.Submissions.Wrong = new Dictionary<string, string[]> { ["date"] = ["No."], ["title"] = ["No."] };
        try
        {
            var visit = await portal.SubmitAsync($"/es{Draft}", "form", Token("member"), [.. Typed, ("then", "submit")]);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.Status);
            Assert.Equal(["#title", "#date"], visit.Links(".error-summary"));
            Assert.Contains("Dé un año", visit.Text("#date-error"), StringComparison.Ordinal);
            Assert.Equal("It has joined", visit.Text("textarea[name=text]"));
        }
        finally
        {
            portal.Behind.Submissions.Wrong = null;
        }
    }

    [Fact]
    public async Task Review_ShowsIt_WithItsDayAsReadersSeeIt_AndLooksForNoDuplicates()
    {
        var visit = await portal.VisitAsync($"/fr/desk/submissions/{FakeSubmissions.SubmittedLesson}", Token("moderator"));

        Assert.Contains("samedi 14 mars 2026", visit.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("Enseignement tiré", visit.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("/fr/practices/sending-money-home", visit.Links("main"));
        Assert.Null(visit.Page.QuerySelector("#duplicates"));
        Assert.DoesNotContain("A challenge that no lesson has", visit.Text("main"), StringComparison.Ordinal);
        Assert.Equal(["at-title", "at-text", "at-type", "at-date", "at-language", "at-links"], visit.Page.QuerySelectorAll("[name^=at-]").Select(field => field.GetAttribute("name")));
    }

    [Fact]
    public async Task Practice_ShowsThem_InTheirOrder_WithDateAndLanguage()
    {
        var visit = await portal.VisitAsync("/fr/practices/sending-money-home");

        var shown = visit.Page.QuerySelectorAll("article article");
        Assert.Equal(["Begin with one bank", "Un tercer país"], shown.Select(update => update.QuerySelector("h3")!.TextContent));
        Assert.Equal(["Enseignement tiré · samedi 14 mars 2026", "Mise à jour · 2019"], shown.Select(update => update.QuerySelector("p")!.TextContent));
        Assert.Equal("es", shown[1].GetAttribute("lang"));
        Assert.Contains("https://example.org/lesson", visit.Links("article article"));
    }

    private string Token(string role) => portal.Issuer.AccessToken(roles: [role], entity: FakeSubmissions.Owner);
}
