using PfP.Contracts.Calls;
using PfP.Search.Engines;

namespace PfP.Search.Tests.Engines;

/// <summary>How every engine tells, at the moment of a search, which calls are open.</summary>
public abstract class CallContract : IAsyncLifetime
{
    private ISearchIndex index = null!;

    protected abstract Task<ISearchIndex> CreateAsync();

    public async ValueTask InitializeAsync()
    {
        index = await CreateAsync();
        await index.ApplyAsync(
            Calls.Published(Calls.New(1, "Opens later", opensInDays: 1, closesInDays: 40)),
            Calls.Published(Calls.New(2, "Open", closesInDays: 30)),
            Calls.Published(Calls.New(3, "Until further notice")),
            Calls.Published(Calls.New(4, "Closes soon", opensInDays: -5, closesInDays: 3)),
            Calls.Published(Calls.New(5, "Closed just now", closesInDays: 0)),
            Calls.Published(Calls.New(6, "Closed long ago", closesInDays: -400)),
            Calls.Published(Calls.New(7, "Cancelled", closesInDays: 20, state: CallStates.Cancelled)),
            Calls.Published(Calls.New(8, "Completed", closesInDays: -50, state: CallStates.Completed)),
            Calls.Published(Calls.New(9, "Archived", state: CallStates.Archived)),
            Entries.Published(Entries.New(10, "A practice")));
    }

    public virtual async ValueTask DisposeAsync()
    {
        // There is none where the test is skipped because its engine is not there.
        if (index is not null)
        {
            await index.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("upcoming", "Opens later")]
    [InlineData("open", "Open", "Until further notice")]
    [InlineData("closing-soon", "Closes soon")]
    [InlineData("closed", "Closed just now", "Closed long ago")]
    [InlineData("cancelled", "Cancelled")]
    [InlineData("completed", "Completed")]
    public async Task Search_ForAStatus_FindsTheCallsThatHaveItNowAndCountsThem(string status, params string[] titles)
    {
        var found = await index.SearchAsync($"callStatus={status}", Calls.Now);

        Assert.Equal(titles.Order(), found.Hits.Select(hit => hit.Title).Order());
        Assert.All(found.Hits, hit => Assert.Equal(status, hit.CallStatus));
        Assert.Equal(titles.Length, found.Facets["callStatus"].Single(value => value.Selected).Count);
    }

    [Fact]
    public async Task Search_ForSeveralStatuses_CountsWhatEachOtherWouldShow()
    {
        var found = await index.SearchAsync("callStatus=open&callStatus=closing-soon", Calls.Now);

        Assert.Equal(3, found.Total);
        Assert.Equal(
            new Dictionary<string, int> { ["open"] = 2, ["closed"] = 2, ["closing-soon"] = 1, ["upcoming"] = 1, ["cancelled"] = 1, ["completed"] = 1 },
            found.Facets["callStatus"].ToDictionary(value => value.Value, value => value.Count));
        Assert.Equal(3, found.Facets["kind"].Single(value => value.Value == "call").Count);
    }

    [Fact]
    public async Task Search_WhenTheClockPassesTheDeadline_ShowsItClosedWithoutAnyEvent()
    {
        var before = index.StateAt(Calls.Now);

        Assert.Contains("Closes soon", (await index.SearchAsync("callStatus=closed", Calls.Now.AddDays(3))).Hits.Select(hit => hit.Title));
        Assert.DoesNotContain("Closes soon", (await index.SearchAsync("callStatus=closed", Calls.Now.AddDays(3).AddTicks(-1))).Hits.Select(hit => hit.Title));
        Assert.Equal(before, index.StateAt(Calls.Now.AddHours(1)));
        Assert.NotEqual(before, index.StateAt(Calls.Now.AddDays(3)));
    }

    [Fact]
    public async Task Search_ByDeadline_ShowsWhatClosesNextFirst()
    {
        var titles = (await index.SearchAsync("kind=call&sort=deadline", Calls.Now)).Hits.Select(hit => hit.Title).ToList();

        Assert.Equal(["Closes soon", "Open", "Opens later", "Until further notice"], titles.Take(4));
        Assert.True(titles.IndexOf("Closed just now") < titles.IndexOf("Closed long ago"));
    }

    [Fact]
    public async Task FindAmong_KnowsTheStatusOfTheMoment()
    {
        var among = new HashSet<Guid> { Entries.Id(1), Entries.Id(2), Entries.Id(4) };

        async Task<IEnumerable<string>> OpenAsync(DateTimeOffset now) =>
            (await index.FindAmongAsync(Ask.Request("callStatus=open", now), among, TestContext.Current.CancellationToken)).Select(call => call.Texts["en"].Title).Order();

        Assert.Equal(["Open"], await OpenAsync(Calls.Now));
        Assert.Equal(["Open", "Opens later"], await OpenAsync(Calls.Now.AddDays(1)));
    }

    [Fact]
    public async Task Search_ForACountry_FindsTheCallsThatAskItToReply() => Assert.Equal(9, (await index.SearchAsync("country=GH", Calls.Now)).Total);
}

public sealed class EmbeddedCallTests : CallContract
{
    private readonly TemporaryFolder folder = new();

    protected override Task<ISearchIndex> CreateAsync() =>
        Task.FromResult<ISearchIndex>(Search.Engines.Embedded.EmbeddedIndex.Create(folder.File("index.db"), TimeProvider.System));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}
