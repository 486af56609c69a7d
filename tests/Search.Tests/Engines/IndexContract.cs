using PfP.Contracts.Catalogue;
using PfP.Search.Engines;

namespace PfP.Search.Tests.Engines;

/// <summary>How every engine must behave, shown on small entries: what changes do, orders and places. The other part is about texts.</summary>
public abstract partial class IndexContract : IAsyncLifetime
{
    protected ISearchIndex Index { get; private set; } = null!;

    protected abstract Task<ISearchIndex> CreateAsync();

    public async ValueTask InitializeAsync() => Index = await CreateAsync();

    public virtual async ValueTask DisposeAsync()
    {
        // There is none where the test is skipped because its engine is not there.
        if (Index is not null)
        {
            await Index.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Apply_OfAnOlderVersion_ChangesNothing()
    {
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Second title", version: 2)));
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "First title", version: 1)));

        Assert.Equal("Second title", Assert.Single(await Index.AllAsync("")).Title);
    }

    [Fact]
    public async Task Apply_OfSeveralVersionsAtOnce_KeepsTheHighest()
    {
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Third", version: 3)), Entries.Published(Entries.New(1, "First", version: 1)), Entries.Withdrawn(1, 2));

        Assert.Equal("Third", Assert.Single(await Index.AllAsync("")).Title);
    }

    [Fact]
    public async Task Apply_OfAWithdrawal_RemovesTheEntryForGood()
    {
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Harbours today", version: 1)), Entries.Published(Entries.New(2, "Harbours tomorrow")));
        await Index.ApplyAsync(Entries.Withdrawn(1, 3));
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Late", version: 2)));

        Assert.Equal("Harbours tomorrow", Assert.Single(await Index.AllAsync("q=harbour")).Title);
        Assert.Equal(1, (await Index.SearchAsync("")).Facets["kind"].Single().Count);
        Assert.Empty((await Index.SuggestAsync("today", "en", TestContext.Current.CancellationToken)).Suggestions);
    }

    [Fact]
    public async Task Apply_OfAWithdrawalBeforeThePublication_KeepsItOut()
    {
        await Index.ApplyAsync(Entries.Withdrawn(1, 2));
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Too late", version: 1)));

        Assert.Empty(await Index.AllAsync(""));
    }

    [Fact]
    public async Task Apply_OfAnUpdate_ForgetsTheOldWords()
    {
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Zebra crossings", version: 1)));
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Footbridges", version: 2)));

        var answer = await Index.SearchAsync("q=zebra");
        Assert.Equal(0, answer.Total);
        Assert.Null(answer.DidYouMean);
        Assert.Equal(1, (await Index.SearchAsync("q=footbridge")).Total);
    }

    [Fact]
    public async Task Apply_ChangesTheStateThatAnswersAreTaggedWith()
    {
        var before = Index.StateAt(default);
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "One")));
        var published = Index.StateAt(default);
        await Index.ApplyAsync(Entries.Withdrawn(1, 2));

        Assert.Equal(3, new HashSet<string> { before, published, Index.StateAt(default) }.Count);
    }

    [Fact]
    public async Task Search_PlacesBeforeCountries_DecideWhereAnEntryIs()
    {
        var kenya = Entries.New(1, "In Mombasa") with { Countries = [new("KE", "lead")], Places = [new EntryPlace("Mombasa", -4.05, 39.67)] };
        var fiji = Entries.New(2, "In Fiji") with { Countries = [new("FJ", "lead")] };
        await Index.ApplyAsync(Entries.Published(kenya), Entries.Published(fiji), Entries.Published(Entries.New(3, "Nowhere")));

        Assert.Empty(await Index.AllAsync("near=-1.29,36.82&distanceKm=100"));
        Assert.Equal(["entry-1"], await Index.SlugsAsync("near=-1.29,36.82&distanceKm=500"));
        Assert.Equal(["entry-1"], await Index.SlugsAsync("near=-1.29,36.82&distanceKm=500&sort=distance"));
        Assert.Equal(["entry-2"], await Index.SlugsAsync("bbox=170,-25,-170,-10"));
        Assert.Equal(["entry-1", "entry-2", "entry-3"], await Index.SlugsAsync("near=-1.29,36.82&sort=distance"));
        var hit = (await Index.SearchAsync("near=-4.05,39.67&q=mombasa")).Hits.Single();
        Assert.Equal(0, hit.DistanceKm);
    }

    [Fact]
    public async Task Search_SortedByTitle_FollowsTheAlphabetOfTheLanguage()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "Zones")), Entries.Published(Entries.New(2, "Échanges")), Entries.Published(Entries.New(3, "emplois")), Entries.Published(Entries.New(4, "“Accords”")));

        Assert.Equal(["entry-4", "entry-2", "entry-3", "entry-1"], await Index.SlugsAsync("sort=title&lang=fr"));
    }

    [Fact]
    public async Task Search_Newest_TakesTheDayAddedThenTheSummitThenThePublication()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "No date")),
            Entries.Published(Entries.New(2, "Summit") with { Summits = [new(9, 2016, "Dhaka")] }),
            Entries.Published(Entries.New(3, "Added") with { DateAdded = new DateOnly(2016, 5, 1), Summits = [new(12, 2020, "Abu Dhabi")] }),
            Entries.Published(Entries.New(4, "Published") with { PublishedAt = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero) }));

        Assert.Equal(["entry-4", "entry-3", "entry-2", "entry-1"], await Index.SlugsAsync("sort=newest"));
    }

    [Fact]
    public async Task Search_ByDayOfPublication_TakesTheDayInUtc_ElseTheDayAdded_AndNeverAYearAlone()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "No date")),
            Entries.Published(Entries.New(2, "Summit") with { Summits = [new(13, 2025, "Riohacha")] }),
            Entries.Published(Entries.New(3, "Added") with { DateAdded = new DateOnly(2025, 12, 31) }),
            // Still the last day of the year by the clock of its place, and the next year by that of all.
            Entries.Published(Entries.New(4, "Published") with { DateAdded = new DateOnly(2025, 5, 1), PublishedAt = new DateTimeOffset(2025, 12, 31, 22, 0, 0, TimeSpan.FromHours(-5)) }),
            Calls.Published(Calls.New(5, "Call") with { PublishedAt = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), Year = 2024 }));

        Assert.Equal(["call-5", "entry-3"], (await Index.SlugsAsync("publishedFrom=2025-01-01&publishedTo=2025-12-31")).Order());
        Assert.Equal(["entry-4"], await Index.SlugsAsync("publishedFrom=2026-01-01"));
        Assert.Equal(["call-5"], await Index.SlugsAsync("publishedTo=2025-06-30"));
        Assert.Equal(1, (await Index.SearchAsync("publishedFrom=2025-01-01&publishedTo=2025-12-31")).Facets["country"].Single(country => country.Value == "GH").Count);
    }

    [Fact]
    public async Task FindAmong_FindsWhatTheSearchFinds_AndNothingElse()
    {
        await Index.ApplyAsync(
            Entries.Published(Entries.New(1, "Harbour pilots") with { Owner = "country:MD" }),
            Entries.Published(Entries.New(2, "Harbour cranes", body: "A body.")),
            Entries.Published(Entries.New(3, "Harbour pilots at night")),
            Entries.Published(Entries.New(4, "Harbour lights")));
        await Index.ApplyAsync(Entries.Withdrawn(4, 2), Entries.Published(Entries.New(2, "Harbour cranes today", body: "A body.", version: 2)));

        Assert.Equal(["Harbour cranes today", "Harbour pilots"], await AmongAsync("q=harbour", 1, 2, 4, 5));
        // Where the whole index has what matches all words, what matches some of them is not found, among whatever it is looked for.
        Assert.Empty(await AmongAsync("q=harbour pilots", 2));
        Assert.Equal(["Harbour pilots"], await AmongAsync("kind=practice&pageSize=1&page=9", 1));
        Assert.Empty(await AmongAsync("kind=tool", 1, 2, 3));
        Assert.Empty(await AmongAsync("q=harbour"));
        Assert.Equal("country:MD", (await Index.FindAmongAsync(Ask.Request(""), new HashSet<Guid> { Entries.Id(1) }, TestContext.Current.CancellationToken)).Single().Owner);
    }

    private async Task<IEnumerable<string>> AmongAsync(string query, params int[] numbers) =>
        (await Index.FindAmongAsync(Ask.Request(query), numbers.Select(Entries.Id).ToHashSet(), TestContext.Current.CancellationToken))
        .Select(document => document.Texts["en"].Title).Order();
}
