using PfP.Search.Data;
using PfP.Search.Engines;
using PfP.Search.Geo;
using PfP.Search.SavedSearches;
using PfP.ServiceDefaults;

namespace PfP.Search.Indexing;

/// <summary>
/// Builds the index anew from the producers' replays: when it is missing, damaged or of an older shape, or an operator asks. Where there is
/// nothing to answer from, readers get the catalogue as soon as it is in, and the rest when its service answers.
/// </summary>
internal sealed partial class RebuildService(
    IndexHost host, Rebuilds rebuilds, ReplayedArrivals arrivals, ReplayClient replay, DatabaseState database, ILogger<RebuildService> logger) : BackgroundService
{
    private const int BatchSize = 250;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private string? trouble;
    private Task opening = Task.CompletedTask;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Beside all else that starts. Messages wait in their queue for the index.
        opening = Task.Run(OpenAsync, CancellationToken.None);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Run(Geography.Load, stoppingToken);
        await opening.WaitAsync(stoppingToken);
        await database.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await TryFollowAsync(stoppingToken))
                {
                    await RebuildIfNeededAsync(stoppingToken);
                }
            }
#pragma warning disable CA1031 // whatever stopped it, the only way to an index is to try again
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(exception);
            }
            await Task.Delay(Poll, stoppingToken);
        }
    }

    private async Task OpenAsync()
    {
        await TryFollowAsync(CancellationToken.None);
        ReturnMemory();
    }

    /// <summary>To read all documents leaves as much behind as the index holds, which the collector would keep for more of the same.</summary>
    private static void ReturnMemory() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    /// <summary>False where the engine cannot say what it has: that is no reason to build anything.</summary>
    private async Task<bool> TryFollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            await host.FollowAsync(cancellationToken);
            trouble = null;
            return true;
        }
        catch (EngineUnavailableException failure)
        {
            if (trouble != failure.Message)
            {
                LogTrouble(trouble = failure.Message);
            }
            return false;
        }
    }

    private async Task RebuildIfNeededAsync(CancellationToken cancellationToken)
    {
        var asked = await rebuilds.OpenAsync(cancellationToken);
        if (host.Whole is not null && asked.Length == 0)
        {
            return;
        }
        // Of several processes that share an index, one does it.
        await using var turn = await rebuilds.TryTakeTurnAsync(cancellationToken);
        if (turn is null)
        {
            return;
        }
        await host.FollowAsync(cancellationToken);
        asked = await rebuilds.OpenAsync(cancellationToken);
        if (host.IsSound && asked.Length == 0)
        {
            await CompleteAsync(cancellationToken);
            return;
        }
        LogStarted(host.IsSound ? "an operator asked" : "there is none that can be used");
        var (count, producers) = (0, host.IsSound ? IndexHost.Producers : [IndexHost.Producers[0]]);
        await host.RebuildAsync(async (index, token) => count = await FillAsync(index, producers, asked, token), cancellationToken);
        ReturnMemory();
        await rebuilds.ReportAsync(asked, count, finished: true, cancellationToken);
        LogFinished(count);
    }

    /// <summary>Brings in what services have that were away or not yet there when the index was built.</summary>
    private async Task CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (var producer in IndexHost.Producers.Except(host.Serving!.Replayed))
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var filling = FillAsync(host.Serving, [producer], [], waiting.Token);
            while (await Task.WhenAny(filling, Task.Delay(Poll, cancellationToken)) != filling)
            {
                // A service that is away must not keep a lost index from being built.
                await TryFollowAsync(cancellationToken);
                if (!host.IsSound || (await rebuilds.OpenAsync(cancellationToken)).Length > 0)
                {
                    await waiting.CancelAsync();
                }
            }
            await filling;
        }
    }

    private async Task<int> FillAsync(ISearchIndex index, IReadOnlyList<string> producers, Guid[] asked, CancellationToken cancellationToken)
    {
        var batch = new List<IndexChange>(BatchSize);
        var count = 0;
        foreach (var producer in producers)
        {
            var isArchive = !await arrivals.HasArchiveAsync(producer, cancellationToken);
            await replay.RunAsync(producer, async (message, _, token) =>
            {
                batch.AddRange(EntryChanges.Of(message) is { } change ? [change] : []);
                if (++count % BatchSize == 0)
                {
                    await FlushAsync(isArchive, token);
                }
            }, cancellationToken);
            await FlushAsync(isArchive, cancellationToken);
            await arrivals.MarkArchiveAsync(producer, cancellationToken);
            await index.MarkReplayedAsync(producer, cancellationToken);
        }
        return count;

        async Task FlushAsync(bool isArchive, CancellationToken token)
        {
            await index.ApplyAsync([.. batch], token);
            await arrivals.EnterAsync(batch, isArchive, token);
            batch.Clear();
            await rebuilds.ReportAsync(asked, count, finished: false, token);
        }
    }

    [LoggerMessage(LogLevel.Information, "Building the index anew: {Reason}")]
    private partial void LogStarted(string reason);

    [LoggerMessage(LogLevel.Warning, "There is no knowing what index there is: {Reason}")]
    private partial void LogTrouble(string reason);

    [LoggerMessage(LogLevel.Information, "The new index is in place, built from {Events} events")]
    private partial void LogFinished(int events);

    [LoggerMessage(LogLevel.Error, "Building the index anew failed; trying again")]
    private partial void LogFailed(Exception exception);
}
