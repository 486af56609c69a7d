using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Import;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;
using static PfP.Catalogue.Tests.Submissions.Contributing;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>What summits recommend: written, corrected and published by the secretariat alone, or imported.</summary>
public sealed class RecommendationTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recommendation_Published_IsAnEntryWithAllItsFields_AndToldToEverybody()
    {
        using var moderator = new Contributing(host, "moderator", null);

        var published = await moderator.PublishSessionAsync(await moderator.StartAsync(kind: "recommendation"), CompleteRecommendation with { Title = "A recommendation with all its fields" });

        var entry = await host.GetAsync<EntryResponse>("recommendations/a-recommendation-with-all-its-fields");
        var french = await host.GetAsync<EntryResponse>("recommendations/a-recommendation-with-all-its-fields?lang=fr");
        Assert.Equal(("recommendation", "published", "a-recommendation-with-all-its-fields", "secretariat"), (published.Kind, published.State, published.Slug, published.Owner));
        Assert.Equal(("Governments should **exchange** insurance records.", "Round Table 1.1"), (entry.Recommendation!.Text, entry.Recommendation.RoundTable));
        Assert.Equal(new SourceResponse("Report of the proceedings of samples", "https://example.org/proceedings.pdf") { Page = "12–13" }, Assert.Single(entry.Sources));
        Assert.Equal(("12", "health-social-protection", "22 1"), (string.Join(' ', entry.Summits.Select(summit => summit.Number)), entry.Themes.Single().Value, string.Join(' ', entry.GcmObjectives.Select(tag => tag.Value))));
        Assert.Equal(("fr", "machine", "Les gouvernements devraient échanger."), (french.Language, french.Origin, french.Recommendation!.Text));
        var told = Assert.Single(await host.Published.OfAsync<EntryPublished>(message => message.EntryId == entry.Id, 1));
        Assert.Equal(("recommendation", "/recommendations/a-recommendation-with-all-its-fields", 12), (told.Kind, told.Url, told.Summits.Single().Number));
        Assert.Equal(("Governments should **exchange** insurance records.", "Round Table 1.1"), (told.Texts["en"].Summary, told.Texts["en"].Body));
        var listed = await host.GetAsync<Page<EntrySummary>>("recommendations?summit=12&pageSize=100");
        Assert.Contains(listed.Items, item => item.Id == entry.Id && item.Summary == entry.Recommendation.Text);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("summit")]
    [InlineData("summit", "99")]
    [InlineData("summit", "the last one")]
    [InlineData("text")]
    [InlineData("text", "long")]
    [InlineData("sourceName")]
    [InlineData("sourceUrl")]
    [InlineData("sourceUrl", "javascript:alert(1)")]
    [InlineData("sourcePage", "long")]
    [InlineData("roundTable", "long")]
    [InlineData("themes", "no-theme")]
    [InlineData("gcm", "24")]
    [InlineData("translations")]
    public async Task Publish_OfWhatIsWrong_NamesTheField(string field, string value = "")
    {
        value = value == "long" ? new string('x', 4001)[..(field == "text" ? 4001 : 301)] : value;
        using var moderator = new Contributing(host, "moderator", null);
        var draft = await moderator.StartAsync(
            field switch
            {
                "title" => CompleteRecommendation with { Title = value },
                "summit" => CompleteRecommendation with { Summit = value },
                "text" => CompleteRecommendation with { Text = value },
                "sourceName" => CompleteRecommendation with { SourceName = value },
                "sourceUrl" => CompleteRecommendation with { SourceUrl = value },
                "sourcePage" => CompleteRecommendation with { SourcePage = value },
                "roundTable" => CompleteRecommendation with { RoundTable = value },
                "themes" => CompleteRecommendation with { Themes = [value] },
                "gcm" => CompleteRecommendation with { Gcm = [value] },
                _ => CompleteRecommendation with { Translations = [new("fr", "human") { Title = "Sans texte" }] },
            },
            kind: "recommendation");

        using var refused = await moderator.SendAsync(HttpMethod.Post, $"/{draft.Id}/publish", version: draft.Version);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal([field], (await refused.Content.ReadFromJsonAsync<ValidationProblemDetails>(Cancellation))!.Errors.Keys);
    }

    [Theory]
    [InlineData("roundTable")]
    [InlineData("sourceName")]
    [InlineData("sourceUrl")]
    [InlineData("sourcePage")]
    [InlineData("text")]
    [InlineData("gcm")]
    public async Task Draft_TakesNoControlCharacters(string field)
    {
        using var moderator = new Contributing(host, "moderator", null);
        const string Bad = "ends\0here";

        using var refused = await moderator.SendAsync(
            HttpMethod.Post,
            "?kind=recommendation",
            field switch
            {
                "roundTable" => CompleteRecommendation with { RoundTable = Bad },
                "sourceName" => CompleteRecommendation with { SourceName = Bad },
                "sourceUrl" => CompleteRecommendation with { SourceUrl = Bad },
                "sourcePage" => CompleteRecommendation with { SourcePage = Bad },
                "text" => CompleteRecommendation with { Text = Bad },
                _ => CompleteRecommendation with { Gcm = [Bad] },
            });

        Assert.Equal([field], (await refused.Content.ReadFromJsonAsync<ValidationProblemDetails>(Cancellation))!.Errors.Keys);
    }

    [Theory]
    [InlineData("visitor", "401 401 401 401 401 401 401 401")]
    [InlineData("pending", "403 403 403 403 403 403 403 403")]
    [InlineData("member", "403 403 404 403 404 404 404 404")]
    [InlineData("focal_point", "403 403 404 403 404 404 404 404")]
    [InlineData("moderator", "200 201 200 200 200 200 200 204")]
    [InlineData("administrator", "200 201 200 200 200 200 200 204")]
    public async Task Recommendation_IsTheSecretariatsToWrite(string role, string expected)
    {
        await host.ImportAsync(new { kind = "recommendation", key = $"recommended-{role}", title = $"Recommended to a {role.Replace('_', ' ')}" });
        using var moderator = new Contributing(host, "moderator", null);
        using var somebody = new Contributing(host, role, "country:MD");
        var draft = await moderator.StartAsync(kind: "recommendation");

        List<int> answers =
        [
            await StatusAsync(somebody.CorrectSessionAsync($"recommended-to-a-{role.Replace('_', '-')}", "recommendations")),
            await StatusAsync(somebody.SendAsync(HttpMethod.Post, "?kind=recommendation", CompleteRecommendation)),
            await StatusAsync(somebody.SendAsync(HttpMethod.Put, $"/{draft.Id}", CompleteRecommendation with { RoundTable = role }, draft.Version)),
            await StatusAsync(somebody.SendAsync(HttpMethod.Get, "/queue/recommendations")),
            await StatusAsync(somebody.SendAsync(HttpMethod.Get, $"/{draft.Id}")),
            await StatusAsync(somebody.UploadAsync(draft.Id, "Annex.pdf", SampleFiles.Pdf())),
            await StatusAsync(somebody.SendAsync(HttpMethod.Post, $"/{draft.Id}/messages", new SubmissionRemark("Hello"))),
        ];
        var now = await moderator.ReadAsync<SubmissionResponse>($"/{draft.Id}");
        answers.Add(await StatusAsync(somebody.SendAsync(HttpMethod.Delete, $"/{draft.Id}", version: now.Version)));

        Assert.Equal(expected, string.Join(' ', answers));
    }

    [Fact]
    public async Task Import_TakesRecommendations_OnceOnly_AndACorrectionIsTheNextVersion()
    {
        object row = new
        {
            kind = "recommendation",
            key = "imported-recommendation",
            title = "An imported recommendation",
            text = "As the report says.",
            roundTable = "Round Table 2",
            summits = new[] { 11 },
            themes = new[] { "remittances" },
            gcm = new[] { 20 },
            sources = new object[] { "Report of the chair|https://example.org/report|||7", new { title = "Annex", page = "A-2" } },
        };

        var first = Assert.Single(await host.ImportAsync(row));
        var again = Assert.Single(await host.ImportAsync(row));
        using var moderator = new Contributing(host, "moderator", null);
        var correction = await moderator.CorrectedSessionAsync("an-imported-recommendation", "recommendations");
        await moderator.PublishSessionAsync(correction, correction.Form with { SourcePage = "8", Note = "The page" });

        var entry = await host.GetAsync<EntryResponse>("recommendations/an-imported-recommendation");
        Assert.Equal((RowOutcome.Imported, "/recommendations/an-imported-recommendation", RowOutcome.Unchanged), (first.Outcome, first.Address, again.Outcome));
        Assert.Equal(("11", "Round Table 2", "As the report says.", "Report of the chair", "https://example.org/report", "7"), (correction.Form.Summit, correction.Form.RoundTable, correction.Form.Text, correction.Form.SourceName, correction.Form.SourceUrl, correction.Form.SourcePage));
        Assert.Equal((2, true, "As the report says."), (entry.Version, entry.Archival, entry.Recommendation!.Text));
        Assert.Equal([("Report of the chair", "8"), ("Annex", "A-2")], entry.Sources.Select(source => (source.Title, source.Page)));
        var record = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == entry.Id).OrderBy(record => record.Id).LastAsync(Cancellation));
        Assert.Equal(("updated", "recommendation", 2), (record.Action, record.SubjectKind, record.Version));
    }

    [Fact]
    public async Task Recommendations_AreListedByTheirSummit_AndCountedAmongNoEntriesShownThere()
    {
        var before = (await host.GetAsync<SummitResponse>("summits/4")).Entries;
        await host.ImportAsync(
            new { kind = "recommendation", key = "by-summit-1", title = "Zulu of the fourth", summits = new[] { 4 } },
            new { kind = "recommendation", key = "by-summit-2", title = "Alpha of the fifth", summits = new[] { 5 } },
            new { kind = "recommendation", key = "by-summit-3", title = "Alpha of the fourth", summits = new[] { 4 } });

        var listed = await host.GetAsync<Page<EntrySummary>>("recommendations?summit=4&summit=5");

        Assert.Equal(["alpha-of-the-fifth", "alpha-of-the-fourth", "zulu-of-the-fourth"], listed.Items.Select(item => item.Slug));
        Assert.Equal(before, (await host.GetAsync<SummitResponse>("summits/4")).Entries);
    }
}
