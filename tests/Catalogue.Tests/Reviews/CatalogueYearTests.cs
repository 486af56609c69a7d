using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Tests.Chains;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Reviews;

/// <summary>A year of the catalogue in numbers. Each test has years, or a country, that no other test has anything in.</summary>
public sealed class CatalogueYearTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FollowUps_AreLinksThatStand_OfTheYearInWhichTheyWereRecorded_ByBothTheirEnds()
    {
        var recommendation = await EntryAsync("Reviewed recommendation", "recommendation", "NU");
        var practice = await EntryAsync("Reviewed practice", "practice", "NU", "TK");
        var older = await EntryAsync("Reviewed older practice", "practice", "TK");
        var gone = await EntryAsync("Reviewed and gone", "practice", "TK");
        using var secretariat = new Linking(host);
        await RecordedAsync(await secretariat.AddedAsync(recommendation, "led-to", practice), "1951-01-01T00:00:00Z");
        await RecordedAsync(await secretariat.AddedAsync(practice, "updates", older), "1951-12-31T23:59:59Z");
        await RecordedAsync(await secretariat.AddedAsync(recommendation, "led-to", older), "1952-01-01T00:00:00Z");
        await RecordedAsync(await secretariat.AddedAsync(practice, "adapts", gone), "1951-05-01T00:00:00Z");
        await RecordedAsync(await secretariat.AddedAsync(practice, "adapts", older), "1951-06-01T00:00:00Z", withdrawn: "1951-07-01T00:00:00Z");
        await host.ImportAsync(new { key = "review Reviewed and gone", action = "withdraw", reason = "Asked for." });

        var year = await YearAsync(1951);

        Assert.Equal((2, 1, 0), (year.FollowUps.Total, year.NewVersions, year.Adaptations));
        Assert.Equal([("NU", 2), ("TK", 2)], year.FollowUps.ByCountry.Select(country => (country.Key, country.Value)).Order());
        Assert.Equal(2, year.FollowUps.ByTheme["remittances"]);
        Assert.Equal((1, 0), ((await YearAsync(1952)).FollowUps.Total, (await YearAsync(1950)).FollowUps.Total));
    }

    [Fact]
    public async Task Recommendations_AreFollowed_WhereALinkStoodWhenTheYearEnded()
    {
        var followed = await EntryAsync("Followed in time", "recommendation", "TV");
        await EntryAsync("Followed by nothing", "recommendation", "TV");
        await host.ImportAsync(new { kind = "recommendation", key = "review later", title = "Recommended later", countries = new[] { "TV|lead" }, dateAdded = "1944-06-01" });
        using var secretariat = new Linking(host);
        var link = await secretariat.AddedAsync(followed, "led-to", await EntryAsync("What followed", "practice", "TV"));
        await RecordedAsync(link, "1942-01-01T00:00:00Z", withdrawn: "1945-06-01T00:00:00Z");

        var years = new List<(int, int, int)>();
        foreach (var number in new[] { 1941, 1942, 1943, 1944, 1945 })
        {
            var year = await YearAsync(number);
            years.Add((number, year.Followed.ByCountry.GetValueOrDefault("TV"), year.Unfollowed.ByCountry.GetValueOrDefault("TV")));
        }

        Assert.Equal([(1941, 0, 2), (1942, 1, 1), (1943, 1, 1), (1944, 1, 2), (1945, 0, 3)], years);
        var toCome = await YearAsync(2990);
        Assert.Equal((0, 0), (toCome.Followed.Total, toCome.Unfollowed.Total));
    }

    [Fact]
    public async Task Updated_AreEntriesThatPeopleChanged_OnceEach_AndNotWhatAnImportDid()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var slug = (await member.PublishAsync(await member.StartAsync(), Contributing.Complete with { Title = "Reviewed after a correction", Countries = [new("WF", "lead")] }, moderator)).Slug!;
        foreach (var summary in new[] { "Said better.", "Said even better." })
        {
            var correction = await member.CorrectAsync(slug);
            await member.PublishAsync(correction, correction.Form with { Summary = summary, Note = "Better" }, moderator);
        }

        await EntryAsync("Reviewed after an import", "practice", "WF");
        await host.ImportAsync(new { kind = "practice", key = "review Reviewed after an import", title = "Reviewed after an import", summary = "New.", countries = new[] { "WF|lead" } });
        var year = await YearAsync(TimeProvider.System.GetUtcNow().Year);

        Assert.Equal((1, 1), (year.Updated.ByCountry["WF"], (await host.GetAsync<Page<EntrySummary>>("practices?country=WF&pageSize=1")).Total - 1));
        Assert.True(year.Updated.ByTheme["health-social-protection"] >= 1);
    }

    [Fact]
    public async Task Updated_IsOfTheYear_FromItsFirstToItsLastSecond()
    {
        await EntryAsync("Reviewed at the turn of years", "practice", "PM");
        await host.InDatabaseAsync(async db =>
        {
            var id = await db.Entries.Where(entry => entry.Slug == "reviewed-at-the-turn-of-years").Select(entry => entry.Id).SingleAsync(Cancellation);
            db.Audit.AddRange(new[] { "1931-01-01T00:00:00Z", "1931-12-31T23:59:59Z", "1933-01-01T00:00:00Z" }.Select(at => new AuditRecord(At(at), "member:of-samples", "updated", "practice", id, 2, [])));
            return await db.SaveChangesAsync(Cancellation);
        });

        Assert.Equal((0, 1, 0, 1), ((await YearAsync(1930)).Updated.Total, (await YearAsync(1931)).Updated.Total, (await YearAsync(1932)).Updated.Total, (await YearAsync(1933)).Updated.Total));
    }

    [Fact]
    public async Task FirstYear_IsThatOfTheOldestEntry()
    {
        await host.ImportAsync(new { kind = "practice", key = "review oldest", title = "The oldest of all entries", dateAdded = "1911-06-01" });

        Assert.Equal(1911, (await YearAsync(2025)).FirstYear);
    }

    [Theory]
    [InlineData("moderator", "years/1899", HttpStatusCode.BadRequest)]
    [InlineData("moderator", "years/3000", HttpStatusCode.BadRequest)]
    [InlineData("moderator", "years/soon", HttpStatusCode.NotFound)]
    [InlineData("visitor", "years/2025", HttpStatusCode.Unauthorized)]
    [InlineData("focal_point", "years/2025", HttpStatusCode.Forbidden)]
    [InlineData("administrator", "years/2025", HttpStatusCode.OK)]
    public async Task Year_IsForTheSecretariat_AndOneThatExists(string role, string path, HttpStatusCode expected)
    {
        using var response = await host.AskAsAsync(role, path);

        Assert.Equal(expected, response.StatusCode);
    }

    private async Task<string> EntryAsync(string title, string kind, params string[] countries) => (await host.ImportAsync(
        new { kind, key = $"review {title}", title, countries = countries.Select(country => $"{country}|lead"), themes = new[] { "remittances" } })).Single().Address!;

    private async Task RecordedAsync(OwnChainLink link, string said, string? withdrawn = null)
    {
        var (saidAt, withdrawnAt, reason) = (At(said), withdrawn is null ? (DateTimeOffset?)null : At(withdrawn), withdrawn is null ? null : "It was a mistake.");
        await host.InDatabaseAsync(db => db.ChainLinks.Where(row => row.Id == link.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.SaidAt, saidAt).SetProperty(row => row.WithdrawnAt, withdrawnAt).SetProperty(row => row.WithdrawalReason, reason), Cancellation));
    }

    private async Task<CatalogueYear> YearAsync(int year)
    {
        using var response = await host.AskAsAsync("moderator", $"years/{year}");
        Assert.True(response.IsSuccessStatusCode, $"{year}: {response.StatusCode}");
        return (await response.Content.ReadFromJsonAsync<CatalogueYear>(Cancellation))!;
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
