using PfP.Search.Engines;

namespace PfP.Search.Indexing;

/// <summary>
/// Holds the index that answers, and beside it the one that is being built. Changes go to both, so that nothing is missing at the swap.
/// </summary>
internal sealed partial class IndexHost(IIndexEngine engine, ILogger<IndexHost> logger) : IAsyncDisposable
{
    /// <summary>The services of whose replays an index is made.</summary>
    public static readonly IReadOnlyList<string> Producers = ["catalogue", "calls"];

    private static readonly TimeSpan WaitForIndex = TimeSpan.FromMilliseconds(200);

    private volatile ISearchIndex? serving;
    private volatile ISearchIndex? building;

    /// <summary>Null until an index was found or built.</summary>
    public ISearchIndex? Serving => serving;

    /// <summary>The index that answers, where it has everything that has arrived.</summary>
    public ISearchIndex? Whole => serving is { IsSound: true } index && !Producers.Except(index.Replayed).Any() ? index : null;

    /// <summary>False where there is no index, or it was deleted or damaged under us.</summary>
    public bool IsSound => serving is { IsSound: true };

    /// <summary>What is wrong with the engine at the moment, for an operator.</summary>
    public string? Trouble => engine.Trouble;

    /// <summary>Turns to the index that is there, or that another process has put in its place.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var old = serving;
        if (await engine.OpenAsync(old, cancellationToken) is not { } found)
        {
            return;
        }
        serving = found;
        LogOpened();
        if (old is not null)
        {
            await old.DisposeAsync();
        }
    }

    /// <summary>Waits for an index, or for one that is being built; messages stay in their queue meanwhile.</summary>
    public Task ExistsAsync(CancellationToken cancellationToken) => TargetsAsync(cancellationToken);

    /// <summary>Applies a change to the index and to the one being built.</summary>
    public async Task ApplyAsync(IndexChange change, CancellationToken cancellationToken)
    {
        var targets = await TargetsAsync(cancellationToken);
        await Task.WhenAll(targets.Select(index => index.ApplyAsync([change], cancellationToken)));
    }

    /// <summary>Fills a new index by <paramref name="fill"/>, while the old one answers, and puts it in its place.</summary>
    public async Task RebuildAsync(Func<ISearchIndex, CancellationToken, Task> fill, CancellationToken cancellationToken)
    {
        var fresh = await engine.CreateAsync(cancellationToken);
        building = fresh;
        try
        {
            await fill(fresh, cancellationToken);
            await engine.MakeCurrentAsync(fresh, cancellationToken);
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
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var index in new[] { building, serving }.OfType<ISearchIndex>().Distinct())
        {
            await index.DisposeAsync();
        }
    }

    private async Task<ISearchIndex[]> TargetsAsync(CancellationToken cancellationToken)
    {
        ISearchIndex[] targets;
        while ((targets = Targets()).Length == 0)
        {
            await Task.Delay(WaitForIndex, cancellationToken);
        }
        return targets;
    }

    /// <summary>The new index is read first: should it take the old one's place in between, it is still among the two.</summary>
    private ISearchIndex[] Targets()
    {
        var (first, second) = (building, serving);
        // An index that is lost must not hold up the one that will replace it.
        return first is not null && second is { IsSound: false } ? [first] : [.. new[] { first, second }.OfType<ISearchIndex>().Distinct()];
    }

    [LoggerMessage(LogLevel.Information, "There is an index to answer from")]
    private partial void LogOpened();
}
