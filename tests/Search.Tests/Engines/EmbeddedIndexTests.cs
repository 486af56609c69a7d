using PfP.Search.Engines;
using PfP.Search.Engines.Embedded;

namespace PfP.Search.Tests.Engines;

public sealed class EmbeddedIndexTests : IndexContract
{
    private readonly TemporaryFolder folder = new();

    private string File => folder.File("index.db");

    protected override Task<ISearchIndex> CreateAsync() => Task.FromResult<ISearchIndex>(EmbeddedIndex.Create(File, TimeProvider.System));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Open_AfterClosing_HasEverythingAndStillRefusesOldVersions()
    {
        await Index.ApplyAsync(Entries.Published(Entries.New(1, "Kept", version: 4)), Entries.Withdrawn(2, 5));
        await Index.DisposeAsync();

        await using var opened = EmbeddedIndex.TryOpen(File, TimeProvider.System)!;
        await opened.ApplyAsync(Entries.Published(Entries.New(1, "Old", version: 3)), Entries.Published(Entries.New(2, "Withdrawn", version: 4)));

        Assert.Equal("Kept", Assert.Single(await opened.AllAsync("")).Title);
    }

    [Fact]
    public async Task Open_OfAMissingDamagedOrOlderFile_IsRefused()
    {
        await Index.ApplyAsync([.. Entries.Real.Select(Entries.Published)]);
        await Index.DisposeAsync();
        Assert.Null(EmbeddedIndex.TryOpen(folder.File("none.db"), TimeProvider.System));

        var bytes = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        var damaged = folder.File("damaged.db");
        bytes.AsSpan(4096, bytes.Length / 2).Fill(0x5a);
        await System.IO.File.WriteAllBytesAsync(damaged, bytes, TestContext.Current.CancellationToken);
        Assert.Null(EmbeddedIndex.TryOpen(damaged, TimeProvider.System));

        var text = folder.File("text.db");
        await System.IO.File.WriteAllTextAsync(text, "this is no database, but it is long enough to look like one" + new string(' ', 2000), TestContext.Current.CancellationToken);
        Assert.Null(EmbeddedIndex.TryOpen(text, TimeProvider.System));
    }

    [Fact]
    public async Task Apply_ManyTimesToTheSameEntries_ClearsDeadDocumentsAndAnswersTheSame()
    {
        for (var version = 1; version <= 60; version++)
        {
            await Index.ApplyAsync([.. Enumerable.Range(1, 40).Select(number => Entries.Published(Entries.New(number, $"Entry {number} revision{version}", version: version)))]);
        }

        Assert.Equal(40, (await Index.SearchAsync("q=revision60")).Total);
        Assert.Equal(0, (await Index.SearchAsync("q=\"revision59\"")).Total);
        Assert.Equal(40, (await Index.SearchAsync("")).Facets["kind"].Single().Count);
    }

    [Fact]
    public async Task Search_WhileOthersWrite_AlwaysSeesWholeBatches()
    {
        const int Size = 20;
        using var stop = new CancellationTokenSource();
        var reading = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToList();
        var readers = reading.Select(first => Task.Run(async () =>
        {
            var seen = 0;
            while (!stop.IsCancellationRequested)
            {
                var answer = await Index.SearchAsync("q=entry&pageSize=50");
                Assert.True(answer.Total is 0 or Size, $"{answer.Total} found");
                // All entries of a batch carry the same number: a torn read would show two.
                Assert.True(answer.Hits.Select(hit => hit.Summary).Distinct().Count() <= 1);
                Assert.Equal(answer.Total, answer.Facets["kind"].Sum(value => value.Count));
                seen++;
                first.TrySetResult();
            }
            return seen;
        })).ToList();
        // A busy machine may start a reader later than all of the writing takes.
        await Task.WhenAny(Task.WhenAll(reading.Select(first => first.Task)), Task.WhenAll(readers));

        for (var version = 1; version <= 150; version++)
        {
            await Index.ApplyAsync([.. Enumerable.Range(1, Size).Select(number => Entries.Published(Entries.New(number, "Entry", $"batch{version}", version: version)))]);
        }
        await stop.CancelAsync();

        Assert.All(await Task.WhenAll(readers), seen => Assert.True(seen > 0));
    }
}
