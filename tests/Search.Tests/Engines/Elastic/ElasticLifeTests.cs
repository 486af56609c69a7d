using PfP.Contracts.Catalogue;
using PfP.Search.Engines;
using PfP.Search.Engines.Elastic;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.Search.Tests.Engines.Elastic;

/// <summary>What becomes of an index on a server when processes restart, share it and build it anew.</summary>
public abstract class ElasticLifeTests(string server) : IAsyncLifetime
{
    private readonly ElasticIndices indices = new(server);
    private readonly List<ISearchIndex> opened = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await indices.ConnectAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var index in opened)
        {
            await index.DisposeAsync();
        }
        await indices.DisposeAsync();
    }

    [Fact]
    public async Task Open_AfterARestart_HasEverythingAndStillRefusesOldVersions()
    {
        var (before, first) = await BuildAsync();
        await first.ApplyAsync(Entries.Published(Entries.New(1, "Kept lighthouse", version: 4)), Entries.Withdrawn(2, 5));
        await first.MarkReplayedAsync("catalogue", Cancellation);
        await first.DisposeAsync();
        before.Dispose();

        var again = await OpenAsync(indices.NewEngine());
        await again.ApplyAsync(Entries.Published(Entries.New(1, "Old", version: 3)), Entries.Published(Entries.New(2, "Withdrawn", version: 4)));

        Assert.Equal("Kept lighthouse", Assert.Single(await again.AllAsync("")).Title);
        Assert.Equal("lighthouse", (await again.SearchAsync("q=lighthuose")).DidYouMean);
        Assert.Equal(["catalogue"], again.Replayed);
    }

    [Fact]
    public async Task Open_WhereThereIsNone_FindsNone() => Assert.Null(await indices.NewEngine().OpenAsync(null, Cancellation));

    [Fact]
    public async Task Apply_ByAnotherProcess_IsFoundAtOnceAndItsWordsAreLearnt()
    {
        var (_, ours) = await BuildAsync();
        var theirs = await OpenAsync(indices.NewEngine());
        var before = ours.StateAt(default);

        await theirs.ApplyAsync(Entries.Published(Entries.New(1, "Lighthouse keepers")));

        Assert.Equal(1, (await ours.SearchAsync("")).Total);
        await Eventually.TrueAsync(async () => (await ours.SearchAsync("q=lighthuose")).DidYouMean == "lighthouse", "the word is learnt");
        Assert.NotEqual(before, ours.StateAt(default));

        await theirs.ApplyAsync(Entries.Withdrawn(1, 2));
        await Eventually.TrueAsync(async () => (await ours.SearchAsync("q=lighthuose")).DidYouMean is null, "the word is forgotten");
    }

    [Fact]
    public async Task Rebuild_WhileAnotherProcessWritesAndReads_LosesNothingAndIsFollowed()
    {
        var (ours, old) = await BuildAsync();
        var other = indices.NewEngine();
        var theirs = await OpenAsync(other);
        await old.ApplyAsync(Entries.Published(Entries.New(1, "Before")), Entries.Published(Entries.New(2, "Goes")));

        var fresh = Keep(await ours.CreateAsync(Cancellation));
        await theirs.ApplyAsync(Entries.Published(Entries.New(3, "During")), Entries.Withdrawn(2, 2));
        Assert.Null(await other.OpenAsync(theirs, Cancellation));
        Assert.Equal(2, (await theirs.SearchAsync("")).Total);
        await fresh.ApplyAsync(Entries.Published(Entries.New(1, "Before")), Entries.Published(Entries.New(2, "Goes")));
        await ours.MakeCurrentAsync(fresh, Cancellation);

        // Until they turn to it, others read the old one and write to the new one.
        await theirs.ApplyAsync(Entries.Published(Entries.New(4, "After")));
        Assert.Equal(2, (await theirs.SearchAsync("")).Total);
        var followed = Keep((await other.OpenAsync(theirs, Cancellation))!);
        Assert.Equal(["After", "Before", "During"], (await followed.AllAsync("")).Select(hit => hit.Title).Order());
        Assert.Null(await other.OpenAsync(followed, Cancellation));
    }

    [Fact]
    public async Task Create_AfterABuildThatWasGivenUp_RemovesIt()
    {
        var (engine, index) = await BuildAsync();
        var abandoned = Keep(await indices.NewEngine().CreateAsync(Cancellation));

        var next = Keep(await engine.CreateAsync(Cancellation));

        await index.ApplyAsync(Entries.Published(Entries.New(1, "One")));
        Assert.Equal((1, 0), ((await index.SearchAsync("")).Total, (await next.SearchAsync("")).Total));
        await Assert.ThrowsAnyAsync<Exception>(async () => await abandoned.SearchAsync(""));
    }

    [Fact]
    public async Task Apply_OfADocumentThatTheServerDoesNotTake_FailsAloneAndSaysWhy()
    {
        var (_, index) = await BuildAsync();
        var nowhere = Entries.New(1, "Nowhere") with { Places = [new EntryPlace("Nowhere", 123, 456)] };

        var refused = index.ApplyAsync(Entries.Published(nowhere));
        var taken = index.ApplyAsync(Entries.Published(Entries.New(2, "Somewhere")));

        await taken;
        Assert.Contains("latitude", (await Assert.ThrowsAsync<InvalidOperationException>(() => refused)).Message, StringComparison.Ordinal);
        Assert.Equal("Somewhere", Assert.Single(await index.AllAsync("")).Title);
    }

    private async Task<(ElasticEngine Engine, ISearchIndex Index)> BuildAsync()
    {
        var engine = indices.NewEngine();
        var index = Keep(await engine.CreateAsync(Cancellation));
        await engine.MakeCurrentAsync(index, Cancellation);
        return (engine, index);
    }

    private async Task<ISearchIndex> OpenAsync(ElasticEngine engine) => Keep((await engine.OpenAsync(null, Cancellation))!);

    private ISearchIndex Keep(ISearchIndex index)
    {
        opened.Add(index);
        return index;
    }
}

public sealed class ElasticsearchLifeTests() : ElasticLifeTests(TestSearchServer.Elasticsearch);

public sealed class OpenSearchLifeTests() : ElasticLifeTests(TestSearchServer.OpenSearch);
