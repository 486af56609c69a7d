using Microsoft.EntityFrameworkCore;
using PfP.Search.Data;
using PfP.Search.Engines;
using PfP.Search.Indexing;
using PfP.ServiceDefaults;

namespace PfP.Search.SavedSearches;

/// <summary>Runs the searches that members follow over what has arrived since, and tells what they find: once, whoever does it and however often it is stopped.</summary>
internal sealed partial class FollowArrivals(IServiceScopeFactory scopes, IndexHost host, DatabaseState state, ILogger<FollowArrivals> logger) : BackgroundService
{
    private const int BatchSize = 50;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => state.RepeatAsync(TellAsync, Every, TimeProvider.System, logger, stoppingToken);

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        // The index is looked at after the number was read: what had arrived by then is in it.
        if (await LatestAsync(cancellationToken) is not { } latest || host.Whole is not { } index)
        {
            return;
        }
        var last = (Guid?)Guid.Empty;
        while (last is { } after)
        {
            last = await TellBatchAsync(index, latest, after, cancellationToken);
        }
    }

    /// <summary>Null where every search is there already.</summary>
    private async Task<long?> LatestAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SearchDbContext>();
        if (!await db.IsAnythingNewAsync(cancellationToken))
        {
            return null;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        return await db.LatestArrivalAsync(cancellationToken);
    }

    /// <summary>Takes the next searches that no other replica is at; the events they cause and their cursors are saved together or not at all.</summary>
    /// <returns>The last of them, null where there was none.</returns>
    private async Task<Guid?> TellBatchAsync(ISearchIndex index, long latest, Guid after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, matches) = (scope.ServiceProvider.GetRequiredService<SearchDbContext>(), scope.ServiceProvider.GetRequiredService<TellMatches>());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var searches = await db.SavedSearches.FromSql(
            $"select * from saved_searches where cursor < {latest} and id > {after} order by id limit {BatchSize} for update skip locked").ToListAsync(cancellationToken);
        var told = 0;
        foreach (var search in searches)
        {
            told += await matches.TellAsync(search, index, latest, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (told > 0)
        {
            LogTold(told, searches.Count);
        }
        return searches.LastOrDefault()?.Id;
    }

    [LoggerMessage(LogLevel.Information, "{Count} entries have come for {Searches} saved searches.")]
    private partial void LogTold(int count, int searches);
}
