using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PfP.Portal.Tests.Contribute;

/// <summary>Texts in further languages: written without script, reviewed side by side, and shown with who translated them.</summary>
public sealed class TranslationTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly (string, string)[] Typed =
    [
        ("title", "Care"), ("language", "en"), ("translations-fr-origin", "human"), ("translations-fr-title", "Des soins"), ("translations-fr-challenge", "Une ligne\r\n\r\nUne autre"),
        ("translations-es-origin", "machine"), ("translations-es-title", " "),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Member => portal.Issuer.AccessToken(roles: ["member"], entity: FakeSubmissions.Owner);

    private string Moderator => portal.Issuer.AccessToken(roles: ["moderator"]);

    [Theory]
    [InlineData("d1", "title summary challenge solution lessons")]
    [InlineData("d7", "title summary purpose audience")]
    public async Task Form_AsksForTheTextsOfItsKind_InTheOtherLanguages_FoldedUntilThereIsOne(string draft, string fields)
    {
        var visit = await portal.VisitAsync($"/contribute/0190b6f0-0000-7000-8000-0000000000{draft}", Member);

        var languages = visit.Page.QuerySelectorAll("#translations details");
        Assert.Equal([("French", true), ("Spanish", false)], languages.Select(one => (one.QuerySelector("summary")!.TextContent, one.HasAttribute("open"))));
        Assert.Equal(
            fields.Split(' ').Prepend("origin").Select(field => $"translations-fr-{field}"),
            languages[0].QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")));
        Assert.Equal("machine", visit.Page.QuerySelector("[name=translations-fr-origin] option[selected]")!.GetAttribute("value"));
        Assert.Equal("Un accord", visit.Page.QuerySelector("[name=translations-fr-title]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("save")]
    [InlineData("autosave")]
    public async Task Save_SendsWhatWasWritten_AndNoLanguageInWhichNothingWas(string then)
    {
        await portal.SubmitAsync($"/contribute/{FakeSubmissions.Draft}", "form", Member, [.. Typed, ("then", then)]);

        var told = portal.Behind.Submissions.Told.Last(line => line.StartsWith($"PUT /{FakeSubmissions.Draft}", StringComparison.Ordinal));
        Assert.Contains("\"translations\":[{\"language\":\"fr\",\"origin\":\"human\",\"title\":\"Des soins\"", told, StringComparison.Ordinal);
        Assert.DoesNotContain("\"language\":\"es\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_OfAWrongTranslation_SaysSoThere()
    {
        portal.Behind.Submissions.Wrong = new Dictionary<string, string[]> { ["translations"] = ["Say who translated it."] };
        try
        {
            var visit = await portal.SubmitAsync($"/fr/contribute/{FakeSubmissions.Draft}", "form", Member, [.. Typed, ("then", "submit")]);

            Assert.Equal((HttpStatusCode.UnprocessableEntity, "#translations"), (visit.Status, Assert.Single(visit.Links(".error-summary"))));
            Assert.Equal("Des soins", visit.Page.QuerySelector("[name=translations-fr-title]")!.GetAttribute("value"));
        }
        finally
        {
            portal.Behind.Submissions.Wrong = null;
        }
    }

    [Fact]
    public async Task Review_ShowsWhatChangedInEachLanguage_AndNothingElse()
    {
        var visit = await portal.VisitAsync($"/desk/submissions/{FakeSubmissions.SubmittedCorrection}", Moderator);

        var changes = visit.Page.QuerySelectorAll("section:has(> .versions)").ToDictionary(change => change.QuerySelector("h3")!.TextContent, change => change.QuerySelectorAll(".versions .as-written").Select(text => text.TextContent).ToList());
        Assert.Equal(["Title (French)", "Summary (French)", "Who translated it (French)"], changes.Keys.Where(name => name.Contains("French", StringComparison.Ordinal)));
        Assert.Equal(["Un accord ancien", "Un accord"], changes["Title (French)"]);
        Assert.Equal(["a person", "a machine"], changes["Who translated it (French)"]);
    }

    [Fact]
    public async Task Reviewer_ReadsTheTextsOfItsKind_WithTheirOrigin()
    {
        var (practice, tool) = (await portal.VisitAsync($"/desk/submissions/{FakeSubmissions.Submitted}", Moderator), await portal.VisitAsync($"/desk/submissions/{FakeSubmissions.SubmittedTool}", Moderator));

        var translation = practice.Page.QuerySelector("section.translation")!;
        Assert.Equal(("French · translated by a machine", "fr"), (translation.QuerySelector("h2")!.TextContent, translation.QuerySelector("div")!.GetAttribute("lang")));
        Assert.Contains("Un défi", translation.TextContent, StringComparison.Ordinal);
        Assert.Contains("Un but", tool.Text("section.translation"), StringComparison.Ordinal);
        Assert.DoesNotContain("Un défi", tool.Text("section.translation"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_HasThem_WithTheirOrigin()
    {
        using var client = portal.CreateReader();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/contribute/{FakeSubmissions.Draft}/document", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", Member);

        using var answer = await client.SendAsync(request, Cancellation);

        using var document = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancellation)), isEditable: false);
        var lines = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(line => line.InnerText).ToList();
        Assert.Equal("Un accord", lines[lines.IndexOf("French · translated by a machine") + 1]);
        Assert.Contains("Un défi", lines);
    }

    [Theory]
    [InlineData("", "en")]
    [InlineData("/fr", "fr")]
    public async Task Page_SaysInWhichLanguagesItCanBeRead_AndWhichAMachineTranslated(string prefix, string language)
    {
        var visit = await portal.VisitAsync($"{prefix}/practices/pratique-francaise");

        Assert.Equal(["/fr/practices/pratique-francaise", "/es/practices/pratique-francaise"], visit.Links(".entry-languages"));
        var spanish = visit.Page.QuerySelector(".entry-languages a[lang=es]")!;
        Assert.Equal(language == "en" ? "(translated by a machine)" : "(traduction automatique)", spanish.NextElementSibling!.TextContent);
        Assert.Equal(language == "en", visit.Text("article").Contains("no English version exists", StringComparison.Ordinal));
        Assert.Empty((await portal.VisitAsync("/practices/sending-money-home")).Page.QuerySelectorAll(".entry-languages"));
    }
}
