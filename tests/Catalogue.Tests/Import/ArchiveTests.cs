using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Import;

/// <summary>What becomes of GFMD's records at the first start.</summary>
public sealed class ArchiveTests(ArchiveHost host)
{
    [Theory]
    [InlineData("practices", 45)]
    [InlineData("tools", 16)]
    [InlineData("sessions", 20)]
    public async Task Archive_AfterFirstStart_HoldsTheWorksOfEachKind(string collection, int expected)
    {
        var page = await host.GetAsync<Page<EntrySummary>>($"{collection}?pageSize=1");

        Assert.Equal(expected, page.Total);
    }

    [Fact]
    public async Task Country_WhenMoldova_ListsAllWorksThatNameItAndNoOther()
    {
        var page = await host.GetAsync<Page<EntrySummary>>("practices?country=MD&sort=title");

        Assert.Equal(
            [
                "development-of-a-comprehensive-policy-for-promoting-reintegration-of-returning",
                "diaspora-engagement-hub-leveraging-human-and-financial-potential",
                "gender-on-the-move-working-on-the-migration-development-nexus-from-a-gender",
                "mainstreaming-migration-into-national-development-policies",
                "national-strategy-diaspora-2025",
            ],
            page.Items.Select(entry => entry.Slug));
        Assert.Equal(0, (await host.GetAsync<Page<EntrySummary>>("tools?country=md")).Total);
    }

    [Fact]
    public async Task MergedRecords_UnderTheNewestTitle_KeepWhatEachOfThemNamed()
    {
        var entry = await host.GetAsync<EntryResponse>("practices/reducing-recruitment-costs");

        Assert.Equal("Reducing Recruitment Costs", entry.Title);
        Assert.Equal(["BD", "PH"], entry.Countries.Select(country => country.Code));
        Assert.Equal(["World Bank", "ILO", "KNOMAD"], entry.Organisations.Select(organisation => organisation.Acronym ?? organisation.Name));
        Assert.Equal([9, 8], entry.Summits.Select(summit => summit.Number));
        Assert.Equal(["pfp-session-at-the-9th-gfmd-summit", "pfp-special-session-at-the-8th-gfmd-summit"], entry.PresentedAt.Select(session => session.Slug));
        Assert.Equal(["149–153", "196–200"], entry.Sources.Select(source => source.Lines));
        var earlier = Assert.Single(entry.EarlierRecords);
        Assert.StartsWith("A Study on Reducing Recruitment and Migration Costs", earlier.Title, StringComparison.Ordinal);
        Assert.Equal(2015, earlier.Year);
    }

    [Fact]
    public async Task MergedRecords_WithParentsOfTheirOwn_KeepAllParents()
    {
        var index = await host.GetAsync<EntryResponse>("tools/migration-governance-indicators");

        Assert.Equal(
            ["tools-to-advance-sustainable-development-outcomes", "follow-up-and-review-of-sdgs-migration-governance-framework-migof"],
            index.Parents.Select(parent => parent.Slug));
    }

    [Fact]
    public async Task SameWorkInAnotherKind_IsRelatedAndNotMerged()
    {
        var tool = await host.GetAsync<EntryResponse>("tools/gender-on-the-move-working-on-the-migration-development-nexus-from-a-gender");

        Assert.Equal("practice", Assert.Single(tool.Related).Kind);
    }

    [Fact]
    public async Task GarbledRecord_IsLeftOut()
    {
        var titles = await host.InDatabaseAsync(db => db.Entries.Select(entry => entry.Title).ToListAsync(TestContext.Current.CancellationToken));

        Assert.DoesNotContain(titles, title => title.StartsWith("A Study on Reducing Recruitment and Migration Costs: A facility", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Session_ShowsItsPresentationsInSourceOrder_WithoutTheNamedParts()
    {
        var session = await host.GetAsync<EntryResponse>("sessions/pfp-session-at-the-12th-gfmd-summit");

        Assert.Equal("pfp-session", session.Session!.SessionType);
        Assert.Equal(120, session.Session.DurationMinutes);
        Assert.Equal(
            [
                "Tools to Advance Sustainable Development Outcomes",
                "EU Diaspora Facility (EUDiF)",
                "KNOMAD 1.2",
                "Monitoring progress on migrants' socioeconomic integration in Latin America and the Caribbean",
                "Red Cross and Red Crescent Humanitarian Service Points: Reducing Vulnerability and Enhancing Resilience of Migrants",
                "Migration and Development Policy Reviews (MDPRs)",
            ],
            session.Session.Presentations.Select(presentation => presentation.Title));
        Assert.Null(session.Session.StartDate);
    }

    [Fact]
    public async Task PresentationOfMergedWork_IsShownAsItWasGivenThere()
    {
        var session = await host.GetAsync<EntryResponse>("sessions/pfp-special-session-at-the-8th-gfmd-summit");

        var presentation = Assert.Single(session.Session!.Presentations, presentation => presentation.Entry.Slug == "reducing-recruitment-costs");
        Assert.StartsWith("A Study on", presentation.Title, StringComparison.Ordinal);
        Assert.Equal(["PH"], presentation.Countries);
    }

    [Fact]
    public async Task Themes_StatedAndSuggested_AreToldApart_AndForeignValuesMapped()
    {
        var entry = await host.GetAsync<EntryResponse>("practices/pilot-programme-on-intra-african-talent-mobility");

        Assert.Equal(
            ["development-planning", "integration", "labour-mobility", "migration-management", "policy-coherence-data", "remittances", "return-reintegration"],
            entry.Themes.Where(theme => !theme.Suggested).Select(theme => theme.Value).Order(StringComparer.Ordinal));
        Assert.Equal(["education-skills"], entry.Themes.Where(theme => theme.Suggested).Select(theme => theme.Value));
        var originals = await host.InDatabaseAsync(async db => (await db.Revisions.SingleAsync(revision => revision.EntryId == entry.Id)).Content.OriginalValues);
        Assert.Contains(originals, original => original is { Field: "themes", Value: "Social Cohesion, Integration and Reintegration" });
    }

    [Fact]
    public async Task Newest_IsTheDayAddedElseTheSummitsYear()
    {
        var page = await host.GetAsync<Page<EntrySummary>>("practices?pageSize=100");

        Assert.Equal(2024, page.Items[0].Year);
        var dates = page.Items.Select(entry => entry.DateAdded?.Year ?? entry.Summits.Max(summit => summit.Year)).ToList();
        Assert.Equal(dates.OrderDescending(), dates);
        Assert.All(page.Items, entry => Assert.True(entry.Year < 2026));
    }

    [Fact]
    public async Task Summits_HaveNumbersPlacesAndStatedDates()
    {
        var summits = await host.GetAsync<List<SummitResponse>>("summits");

        Assert.Equal([15, 14, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], summits.Select(summit => summit.Number));
        var fourth = summits.Single(summit => summit.Number == 4);
        Assert.Equal(("Puerto Vallarta", "MX", new DateOnly(2010, 11, 8)), (fourth.City, fourth.HostCountry, fourth.StartDate!.Value));
        Assert.Equal(10, fourth.Sessions.Count);
        Assert.Null(summits.Single(summit => summit.Number == 1).StartDate);
    }
}
