using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;
using static PfP.Catalogue.Tests.Submissions.Contributing;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>Policy tools come in as practices do, and become entries as imported ones are.</summary>
public sealed class ToolTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tool_Published_IsAnEntryWithAllItsFields_AndToldToEverybody()
    {
        await host.ImportAsync(new { kind = "practice", key = "uses-a-tool", title = "A practice that is said to use a tool" });
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var draft = await member.StartAsync(kind: "tool");
        var file = await member.AttachAsync(draft.Id, "Handbook.pdf", SampleFiles.Pdf());

        var published = await member.PublishAsync(draft, draft.Form with
        {
            Title = "A tool with all its fields",
            Files = [new(file.Id, "All of it")],
            UsedBy = ["https://pfp.example/fr/practices/a-practice-that-is-said-to-use-a-tool?from=mail"],
        }, moderator);

        var entry = await host.GetAsync<EntryResponse>("tools/a-tool-with-all-its-fields");
        var tool = entry.Tool!;
        Assert.Equal(("tool", "a-tool-with-all-its-fields", "published", "tool"), (published.Kind, published.Slug, published.State, entry.Kind));
        Assert.Equal(("handbook", "Whether **two insurers** can exchange records.", "Social insurers", 2021, "Second"), (tool.ResourceType, tool.Purpose, tool.Audience, tool.Year, tool.Edition));
        Assert.Equal(("PDF, 84 pages", "Working group, 2020", "en ar", "KE MD"), (tool.Format, tool.GfmdOrigin, string.Join(' ', tool.DocumentLanguages), string.Join(' ', tool.TestedIn)));
        Assert.Equal(["KE mentioned", "MD mentioned"], entry.Countries.Select(country => $"{country.Code} {country.Role}"));
        Assert.Equal(("All of it", "https://example.org/handbook", false, 1), (entry.Files[0].Label, entry.Links[0].Url, entry.Archival, entry.Version));
        Assert.Equal("/practices/a-practice-that-is-said-to-use-a-tool", Assert.Single(tool.UsedBy).Url);
        Assert.Equal("/tools/a-tool-with-all-its-fields", Assert.Single((await host.GetAsync<EntryResponse>("practices/a-practice-that-is-said-to-use-a-tool")).Practice!.Uses).Url);
        var told = Assert.Single(await host.Published.OfAsync<EntryPublished>(message => message.EntryId == entry.Id, 1));
        Assert.Equal(("tool", "/tools/a-tool-with-all-its-fields", "handbook", "KE MD", 2021), (told.Kind, told.Url, told.Type, string.Join(' ', told.Countries.Select(country => country.Code)), told.StartYear));
        Assert.Equal(("Whether **two insurers** can exchange records.", "Social insurers"), (told.Texts["en"].Summary, told.Texts["en"].Body));
        using var contacts = await host.AskAsAsync("member", "tools/a-tool-with-all-its-fields/contacts");
        Assert.Equal(["Social insurance unit"], (await contacts.Content.ReadFromJsonAsync<List<ContactResponse>>(Cancellation))!.Select(contact => contact.Name));
        Assert.Null(published.Form.Contact);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("organisations")]
    [InlineData("purpose")]
    [InlineData("documentLanguages")]
    [InlineData("themes")]
    [InlineData("type")]
    [InlineData("year")]
    [InlineData("testedIn")]
    [InlineData("usedBy")]
    [InlineData("links")]
    [InlineData("contact")]
    public async Task Submit_OfWhatIsWrong_NamesTheField(string field)
    {
        using var member = new Contributing(host, "member", NewCountry());
        var draft = await member.StartAsync(field switch
        {
            "title" => CompleteTool with { Title = new string('x', 151) },
            "organisations" => CompleteTool with { Organisations = [] },
            "purpose" => CompleteTool with { Purpose = " " },
            "documentLanguages" => CompleteTool with { DocumentLanguages = ["xx"] },
            "themes" => CompleteTool with { Themes = ["diaspora", "remittances", "climate", "cities", "narratives"] },
            "type" => CompleteTool with { Type = "agreement" },
            "year" => CompleteTool with { Year = "21" },
            "testedIn" => CompleteTool with { TestedIn = ["XX"] },
            "usedBy" => CompleteTool with { UsedBy = ["/tools/a-tool"] },
            "links" => CompleteTool with { Links = [] },
            _ => CompleteTool with { Contact = null },
        }, kind: "tool");

        using var refused = await member.SendAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: draft.Version);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var named = (await refused.Content.ReadFromJsonAsync<ValidationProblemDetails>(Cancellation))!.Errors.Keys;
        // An unknown country is unknown to the rules of entries as well.
        Assert.Equal(field == "testedIn" ? ["countries", "testedIn"] : [field], named.Order());
    }

    [Fact]
    public async Task Submit_OfNoMoreThanTheTemplateAsks_IsTaken()
    {
        using var member = new Contributing(host, "member", NewCountry());
        var least = CompleteTool with { Audience = null, Year = "", Edition = null, Format = null, TestedIn = [], GfmdOrigin = null, DocumentLanguages = ["fr"] };

        Assert.Equal("submitted", (await member.SubmittedAsync(least, "tool")).State);
    }

    [Fact]
    public async Task Fields_OfAnotherKind_AreNotPublished_AndTheKindStays()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var draft = await member.StartAsync(kind: "tool");
        using var changed = await member.SendAsync(HttpMethod.Put, $"/{draft.Id}?kind=practice", new { kind = "practice", title = "Made a practice" }, draft.Version);
        var now = await member.ReadAsync<SubmissionResponse>($"/{draft.Id}");

        var published = await member.PublishAsync(now, CompleteTool with { Title = "A tool with fields of a practice", Challenge = "A challenge", Solution = "A solution", Status = "ongoing", StartYear = "1999", Countries = [new("IT", "lead")], IsGlobal = true }, moderator);

        var entry = await host.GetAsync<EntryResponse>($"tools/{published.Slug}");
        Assert.Equal(("tool", "tool", null, null, null, 2021), (now.Kind, published.Kind, entry.Practice, entry.Tool!.Challenge, entry.GeographicScope, entry.Tool.Year));
        Assert.DoesNotContain(entry.Countries, country => country.Code == "IT");
    }

    [Theory]
    [InlineData("profile")]
    [InlineData("TOOL")]
    [InlineData("")]
    public async Task Start_OfWhatNobodyContributes_IsRefused(string kind)
    {
        using var member = new Contributing(host, "member", NewCountry());

        using var refused = await member.SendAsync(HttpMethod.Post, $"?kind={kind}", CompleteTool);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Correction_OfAnImportedTool_IsVersionTwo_AndKeepsWhatItDoesNotChange()
    {
        await host.ImportAsync(new
        {
            kind = "tool",
            key = "corrected-tool",
            title = "An imported tool",
            ownerCountry = "MD",
            challenge = "What was missing.",
            purpose = "Which channel to open.",
            type = "handbook",
            countries = new[] { "CH|funder", "KE|lead" },
            testedIn = new[] { "KE", "PH" },
            documentLanguages = new[] { "en" },
            summits = new[] { 12 },
            suggestedThemes = new[] { "remittances" },
            geographicScope = "global",
        });
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var correction = await member.CorrectAsync("an-imported-tool", "tools");
        Assert.Equal(("tool", "Which channel to open.", "KE PH"), (correction.Kind, correction.Form.Purpose, string.Join(' ', correction.Form.TestedIn)));

        var published = await member.PublishAsync(correction, correction.Form with { TestedIn = ["PH", "MA"], Edition = "Third", Note = "A third edition" }, moderator);

        var (now, before) = (await host.GetAsync<EntryResponse>("tools/an-imported-tool"), await host.GetAsync<EntryResponse>("tools/an-imported-tool/versions/1"));
        Assert.Equal((2, "Third", "PH MA", "What was missing.", "global"), (now.Version, now.Tool!.Edition, string.Join(' ', now.Tool.TestedIn), now.Tool.Challenge, now.GeographicScope));
        // Kenya led it, so that it is named still.
        Assert.Equal(["CH funder", "KE lead", "PH mentioned", "MA mentioned"], now.Countries.Select(country => $"{country.Code} {country.Role}"));
        Assert.Equal((1, null, "KE PH"), (before.Version, before.Tool!.Edition, string.Join(' ', before.Tool.TestedIn)));
        Assert.Equal(["A third edition", null], (await host.GetAsync<List<VersionResponse>>("tools/an-imported-tool/versions")).Select(version => version.Note));
        Assert.Equal("an-imported-tool", published.Slug);
        var records = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == now.Id).OrderBy(record => record.Id).ToListAsync(Cancellation));
        Assert.Equal(("updated", "tool", 2), (records[^1].Action, records[^1].SubjectKind, records[^1].Version));
    }

    [Fact]
    public async Task Own_OfTools_AreThoseOfTheReader_AndNoPractices()
    {
        await host.ImportAsync(new { kind = "tool", key = "free-tool", title = "A tool that nobody answers for", countries = new[] { "MD|lead" } });
        using var focal = new Contributing(host, "focal_point", "country:MD");
        using var stranger = new Contributing(host, "focal_point", "country:KE");

        using var asPractice = await focal.OwnAsync(HttpMethod.Get, "a-tool-that-nobody-answers-for");
        using var theirs = await stranger.OwnAsync(HttpMethod.Post, "a-tool-that-nobody-answers-for", "adopt", list: "tools");
        using var adopted = await focal.OwnAsync(HttpMethod.Post, "a-tool-that-nobody-answers-for", "adopt", list: "tools");
        using var confirmed = await focal.OwnAsync(HttpMethod.Post, "a-tool-that-nobody-answers-for", "confirm", 1, "tools");
        using var notTheirs = await stranger.OwnAsync(HttpMethod.Post, "a-tool-that-nobody-answers-for", "correction", list: "tools");

        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound),
            (asPractice.StatusCode, theirs.StatusCode, adopted.StatusCode, confirmed.StatusCode, notTheirs.StatusCode));
        Assert.Equal(DateOnly.FromDateTime(DateTime.UtcNow), (await host.GetAsync<EntryResponse>("tools/a-tool-that-nobody-answers-for")).LastVerified);
    }

    [Fact]
    public async Task Correction_OfAToolThatWasWithdrawnOrMergedMeanwhile_IsNotPublished()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        foreach (var (key, departure) in new (string, object)[]
        {
            ("left-tool", new { key = "left-tool", action = "withdraw", reason = "Asked for." }),
            ("doubled-tool", new { key = "doubled-tool", action = "merge", into = "kept-tool", reason = "The same." }),
        })
        {
            await host.ImportAsync(Row(key), Row("kept-tool"));
            var correction = await member.CorrectAsync($"the-tool-{key}", "tools");
            var submitted = await member.DoAsync(HttpMethod.Post, $"/{correction.Id}/submit", version: correction.Version);
            await host.ImportAsync(departure);

            using var refused = await moderator.SendAsync(HttpMethod.Post, $"/{correction.Id}/publish", version: submitted.Version);

            Assert.True(refused.StatusCode == HttpStatusCode.Conflict, $"{key}: {refused.StatusCode}");
        }

        static object Row(string key) => new { kind = "tool", key, title = $"The tool {key}", ownerCountry = "MD" };
    }
}
