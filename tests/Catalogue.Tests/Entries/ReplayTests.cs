using Microsoft.Extensions.DependencyInjection;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Tests.Entries;

public sealed class ReplayTests(ArchiveHost archive, CatalogueHost host)
{
    [Fact]
    public async Task Replay_OfTheArchive_SendsEveryEntryOnce()
    {
        var all = (await ReplayAsync(archive)).Cast<EntryPublished>().ToList();
        var events = all.Where(message => message.Kind != EntryKinds.WorkingGroup).ToList();

        Assert.Equal(4, all.Count - events.Count);
        Assert.Equal(81, events.Select(message => message.EntryId).Distinct().Count());
        Assert.Equal(81, events.Count);
        Assert.All(events, message => Assert.Equal(1, message.Version));
        var fund = events.Single(message => message.Slug == "spain-ecowas-fund-for-migration-and-development");
        Assert.Equal(["011"], fund.Regions);
        Assert.Equal(2007, fund.StartYear);
        Assert.Null(fund.PublishedAt);
    }

    [Fact]
    public async Task Replay_AfterChanges_SendsTheCurrentEventAsItWasFirstSent_WithdrawalsAndProfilesToo()
    {
        await host.ImportAsync(
            new { kind = "practice", key = "replay-kept", title = "Replayed as it is" },
            new { key = "replay-kept", title = "Replayed as it is now" },
            new { kind = "practice", key = "replay-gone", title = "Replayed as withdrawn" },
            new { key = "replay-gone", action = "withdraw", reason = "Gone." },
            new { kind = "profile", country = "GH", year = 2009, language = "en", url = "https://example.org/ghana.pdf", title = "Migration in Ghana" });

        var events = await ReplayAsync(host);

        var kept = events.OfType<EntryPublished>().Single(message => message.Slug == "replayed-as-it-is");
        var sent = await host.Published.OfAsync<EntryPublished>(message => message.EntryId == kept.EntryId && message.Version == 2, 1);
        Assert.Equivalent(Assert.Single(sent), kept, strict: true);
        var gone = events.OfType<EntryWithdrawn>().Single(message => message.Slug == "replayed-as-withdrawn");
        Assert.Equal((2, "Gone."), (gone.Version, gone.Reason));
        var profile = events.OfType<EntryPublished>().Single(message => message.Kind == EntryKinds.MigrationProfile && message.Slug == "gh-2009-en");
        Assert.Equal(("/countries/gh#migration-profiles", "Migration Profile of Ghana (2009)"), (profile.Url, profile.Texts["en"].Title));
    }

    [Fact]
    public async Task Event_OfEveryEntry_AgreesWithItsDetailsInTheApi()
    {
        var published = (await ReplayAsync(archive)).Cast<EntryPublished>().Single(message => message.Slug == "reducing-recruitment-costs");
        var entry = await archive.GetAsync<Contracts.Catalogue.Api.EntryResponse>("practices/reducing-recruitment-costs");

        Assert.Equal(entry.Countries.Select(country => (country.Code, country.Role)), published.Countries.Select(country => (country.Code, country.Role)));
        Assert.Equal(entry.Themes.Select(theme => (theme.Value, theme.Suggested)), published.Themes.Select(theme => (theme.Value, theme.Suggested)));
        Assert.Equal(entry.Practice!.Solution, published.Texts["en"].Summary);
        Assert.Contains(entry.EarlierRecords[0].Title, published.Texts["en"].Body, StringComparison.Ordinal);
    }

    private static async Task<List<object>> ReplayAsync(Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> source)
    {
        await using var scope = source.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IReplaySource>().EventsAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
