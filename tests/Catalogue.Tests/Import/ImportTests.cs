using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Import;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Import;

public sealed class ImportTests(CatalogueHost host)
{
    [Fact]
    public async Task Row_WithAllFields_IsReadBackAsItWasGiven()
    {
        var reports = await host.ImportAsync(Rows.FullPractice("import-full"));

        Assert.Equal(RowOutcome.Imported, reports[0].Outcome);
        var entry = await host.GetAsync<EntryResponse>(reports[0].Address![1..]);
        Assert.True(entry.Archival);
        Assert.Equal([new CountryRole("MD", "lead"), new CountryRole("CH", "funder")], entry.Countries);
        Assert.Equal(new PlaceResponse("Chișinău", 47.01, 28.86), Assert.Single(entry.Places));
        Assert.Equal([new Tag("diaspora", false), new Tag("remittances", true)], entry.Themes);
        Assert.Equal([new Tag("1", false), new Tag("19", false)], entry.GcmObjectives);
        Assert.Equal(("lead", "IOM"), (entry.Organisations[0].Role, entry.Organisations[0].Acronym));
        Assert.Equal(new Money(250000, "EUR"), entry.Practice!.Budget);
        Assert.Equal(("What was learned.", "What did not work."), (entry.Practice.Lessons, entry.Practice.Pitfalls));
        Assert.Equal([new PracticeStep("Ask", "Whom it concerns."), new PracticeStep("Do", null)], entry.Practice.Steps);
        Assert.Equal("independent-evaluation", entry.Practice.EvidenceLevel);
        Assert.Equal(new LinkResponse("https://example.org/p", "Page", "en"), Assert.Single(entry.Links));
        Assert.Equal([new Figure("pilots", "15")], entry.Figures);
        Assert.Equal(new DateOnly(2021, 5, 4), entry.DateAdded);
    }

    [Fact]
    public async Task Rows_OneOfThemBad_RejectOnlyThat_AndSayWhy()
    {
        var reports = await host.ImportAsync(
            new { kind = "practice", key = "import-good-1", title = "Good one" },
            new { kind = "practice", key = "import-bad", title = "Bad one", themes = new[] { "weather" }, summits = new[] { 13 }, organisations = new[] { "Organisation of a rejected row" } },
            new { kind = "practice", key = "import-good-2", title = "Good two" });

        Assert.Equal([RowOutcome.Imported, RowOutcome.Rejected, RowOutcome.Imported], reports.Select(report => report.Outcome));
        Assert.Equal("themes: 'weather' is not in the vocabulary. summits: there is no summit 13.", reports[1].Message);
        Assert.False(await host.InDatabaseAsync(db => db.Organisations.AnyAsync(organisation => organisation.Name == "Organisation of a rejected row")));
    }

    [Theory]
    [InlineData("""{"kind":"practice","title":"No key"}""", "key: a row needs a key")]
    [InlineData("""{"kind":"practice","key":"r1"}""", "title: It is required.")]
    [InlineData("""{"kind":"news","key":"r2","title":"x"}""", "kind: 'news' is not one of")]
    [InlineData("""{"kind":"practice","key":"r3","title":"x","colour":"red"}""", "Unknown column colour.")]
    [InlineData("""{"kind":"practice","key":"r4","title":"x","startYear":"soon"}""", "startYear: the value cannot be read.")]
    [InlineData("""{"kind":"practice","key":"r5","title":"x","countries":["XX|lead"]}""", "countries: 'XX' is not in the vocabulary.")]
    [InlineData("""{"kind":"practice","key":"r6","title":"x","places":["47.0|east"]}""", "'east' in '47.0|east' is not a number.")]
    [InlineData("""{"kind":"practice","key":"r7","title":"x","links":["javascript:alert(1)"]}""", "links: 'javascript:alert(1)' is not a web address.")]
    [InlineData("""{"kind":"profile","country":"MD","year":2013}""", "A Migration Profile needs country, year and url.")]
    [InlineData("""{"key":"r8","action":"withdraw"}""", "reason: a withdrawal says why.")]
    [InlineData("""{"key":"r9","action":"withdraw","reason":"Gone."}""", "key: no entry has the key r9.")]
    [InlineData("""{"key":"practice/no-such-practice","title":"x"}""", "kind: '' is not one of")]
    [InlineData("""{"kind":"practice","key":"r10","title":"x","action":"delete"}""", "action: 'delete' is not one of")]
    [InlineData("42", "A row must be an object.")]
    public async Task Row_WhenNotAcceptable_IsRejectedWithItsReason(string row, string why)
    {
        var report = Assert.Single(await host.ImportAsync(System.Text.Json.JsonDocument.Parse(row).RootElement));

        Assert.Equal(RowOutcome.Rejected, report.Outcome);
        Assert.Contains(why, report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_ForAKnownKey_UpdatesWhatItNames_AndKeepsTheRestAndTheAddress()
    {
        await host.ImportAsync(Rows.FullPractice("import-update"));

        var report = Assert.Single(await host.ImportAsync(new { key = "import-update", title = "Another title", lessons = "", endYear = 2025 }));

        Assert.Equal(RowOutcome.Updated, report.Outcome);
        var entry = await host.GetAsync<EntryResponse>(report.Address![1..]);
        Assert.Equal(("Another title", 2, 2021, 2025), (entry.Title, entry.Version, entry.Practice!.StartYear, entry.Practice.EndYear));
        Assert.Null(entry.Practice.Lessons);
        Assert.Equal("What did not work.", entry.Practice.Pitfalls);
        Assert.StartsWith("practice-import-update", entry.Slug, StringComparison.Ordinal);
        var before = await host.GetAsync<EntryResponse>($"practices/{entry.Slug}/versions/1");
        Assert.Equal("What was learned.", before.Practice!.Lessons);
        Assert.Equal([2, 1], (await host.GetAsync<List<VersionResponse>>($"practices/{entry.Slug}/versions")).Select(version => version.Version));
    }

    [Fact]
    public async Task File_ImportedAgain_ChangesNothing_EvenWithSeveralRowsForOneKey()
    {
        object[] rows =
        [
            new { kind = "practice", key = "import-again", title = "First title" },
            new { key = "import-again", title = "Second title" },
            new { kind = "practice", key = "import-gone", title = "Soon withdrawn" },
            new { key = "import-gone", action = "withdraw", reason = "It was a mistake." },
        ];

        var first = await host.ImportAsync(rows);
        var second = await host.ImportAsync(rows);

        Assert.Equal([RowOutcome.Imported, RowOutcome.Updated, RowOutcome.Imported, RowOutcome.Withdrawn], first.Select(report => report.Outcome));
        Assert.All(second, report => Assert.Equal(RowOutcome.Unchanged, report.Outcome));
        Assert.Equal(2, (await host.GetAsync<EntryResponse>("practices/first-title")).Version);
    }

    [Fact]
    public async Task Row_ThatSaysTheSameInOtherWords_ChangesNothing()
    {
        await host.ImportAsync(Rows.FullPractice("import-same"), new { key = "import-same", language = "fr", title = "Pratique" });

        var report = Assert.Single(await host.ImportAsync(new { key = "import-same", title = "Practice import-same", themes = new[] { "Diaspora engagement" }, figures = new[] { "pilots|15" } }));

        Assert.Equal(RowOutcome.Unchanged, report.Outcome);
        Assert.Equal(2, (await host.GetAsync<EntryResponse>("practices/practice-import-same")).Version);
    }

    [Fact]
    public async Task Profile_Withdrawn_ComesBackOnlyWhenAskedFor()
    {
        await host.ImportAsync(new { kind = "profile", country = "KE", year = 2015, url = "https://example.org/kenya.pdf" });
        await host.ImportAsync(new { key = "profile/ke-2015-en", action = "withdraw", reason = "The link is dead." });
        Assert.Empty((await host.GetAsync<CountryResponse>("countries/ke")).MigrationProfiles);

        var unasked = Assert.Single(await host.ImportAsync(new { kind = "profile", country = "KE", year = 2015, url = "https://example.org/kenya-2.pdf" }));
        var asked = Assert.Single(await host.ImportAsync(new { kind = "profile", action = "publish", country = "KE", year = 2015, url = "https://example.org/kenya-2.pdf" }));

        Assert.Equal((RowOutcome.Rejected, RowOutcome.Updated), (unasked.Outcome, asked.Outcome));
        Assert.Equal("https://example.org/kenya-2.pdf", Assert.Single((await host.GetAsync<CountryResponse>("countries/ke")).MigrationProfiles).Url);
    }

    [Fact]
    public async Task Reference_ToARowThatComesLater_LeadsThereOnceItIs()
    {
        await host.ImportAsync(new { kind = "practice", key = "import-part", title = "Part of a later one", parents = new[] { "import-whole" }, related = new[] { "a-call-elsewhere" } });
        Assert.Empty((await host.GetAsync<EntryResponse>("practices/part-of-a-later-one")).Parents);

        await host.ImportAsync(new { kind = "practice", key = "import-whole", title = "The whole that came later" });

        Assert.Equal("the-whole-that-came-later", Assert.Single((await host.GetAsync<EntryResponse>("practices/part-of-a-later-one")).Parents).Slug);
        Assert.Equal("part-of-a-later-one", Assert.Single((await host.GetAsync<EntryResponse>("practices/the-whole-that-came-later")).Parts).Slug);
    }

    [Fact]
    public async Task Titles_ThatAreTheSame_GetAddressesOfTheirOwn()
    {
        var reports = await host.ImportAsync(
            new { kind = "practice", key = "import-twin-1", title = "Intégration à l’école" },
            new { kind = "practice", key = "import-twin-2", title = "Intégration à l’école" },
            new { kind = "tool", key = "import-twin-3", title = "Intégration à l’école" });

        Assert.Equal(["/practices/integration-a-lecole", "/practices/integration-a-lecole-2", "/tools/integration-a-lecole"], reports.Select(report => report.Address));
    }

    [Fact]
    public async Task Examples_OfTheDocumentation_AreAccepted()
    {
        var folder = Path.Combine(Testing.Repository.Root, "services/Catalogue/Import/Examples");

        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            Assert.DoesNotContain(await host.ImportFileAsync(file), report => report.Outcome == RowOutcome.Rejected);
        }

        var profile = Assert.Single((await host.GetAsync<CountryResponse>("countries/md")).MigrationProfiles);
        Assert.Equal((2013, "en"), (profile.Year, profile.Language));
    }
}
