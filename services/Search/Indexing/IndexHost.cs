using PfP.Search.Engines;
using PfP.Search.Engines.Embedded;

namespace PfP.Search.Indexing;

/// <summary>
/// Holds the index that answers, and beside it the one that is being built. Changes go to both, so that nothing is missing at the swap.
/// </summary>
internal sealed partial class IndexHost(IndexFolder folder, TimeProvider clock, ILogger<IndexHost> logger) : IAsyncDisposable
{
    /// <summary>The services of whose replays an index is made.</summary>
    public static readonly IReadOnlyList<string> Producers = ["catalogue", "calls"];

    private static readonly TimeSpan WaitForIndex = TimeSpan.FromMilliseconds(200);

    private volatile EmbeddedIndex? serving;
    private volatile EmbeddedIndex? building;

    /// <summary>Null until an index was found or built.</summary>
    public ISearchIndex? Serving => serving;

    /// <summary>The index that answers, where it has everything that has arrived.</summary>
    public ISearchIndex? Whole => serving is { IsSound: true } index && !Producers.Except(index.Replayed).Any() ? index : null;

    /// <summary>False where there is no index, or its file was deleted or damaged under it.</summary>
    public bool IsSound => serving is { IsSound: true };

    public void Open()
    {
        folder.Sweep();
        serving = folder.Current() is { } file ? EmbeddedIndex.TryOpen(file, clock) : null;
        LogOpened(serving is null ? "none that can be used" : "found");
    }

    /// <summary>Applies a change to the index and to the one being built; waits where there is neither yet, which keeps the message in its queue.</summary>
    public async Task ApplyAsync(IndexChange change, CancellationToken cancellationToken)
    {
        EmbeddedIndex[] targets;
        while ((targets = Targets()).Length == 0)
        {
            await Task.Delay(WaitForIndex, cancellationToken);
        }
        await Task.WhenAll(targets.Select(index => index.ApplyAsync([change], cancellationToken)));
    }

    /// <summary>Fills a new index by <paramref name="fill"/>, while the old one answers, and puts it in its place.</summary>
    public async Task RebuildAsync(Func<ISearchIndex, CancellationToken, Task> fill, CancellationToken cancellationToken)
    {
        var file = folder.New();
        var fresh = EmbeddedIndex.Create(file, clock);
        building = fresh;
        try
        {
            await fill(fresh, cancellationToken);
            folder.MakeCurrent(file);
        }
        catch
        {
            building = null;
            await fresh.DisposeAsync();
            throw;
        }
        var old = serving;
        serving = fresh;
        building = null;
        if (old is not null)
        {
            await old.DisposeAsync();
        }
        folder.Sweep();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var index in new[] { building, serving }.OfType<EmbeddedIndex>().Distinct())
        {
            await index.DisposeAsync();
        }
    }

    /// <summary>The new index is read first: should it take the old one's place in between, it is still among the two.</summary>
    private EmbeddedIndex[] Targets()
    {
        var (first, second) = (building, serving);
        // An index that is lost must not hold up the one that will replace it.
        return first is not null && second is { IsSound: false } ? [first] : [.. new[] { first, second }.OfType<EmbeddedIndex>().Distinct()];
    }

    [LoggerMessage(LogLevel.Information, "The index on disk: {State}")]
    private partial void LogOpened(string state);
}
