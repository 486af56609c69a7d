using PfP.Search.Data;
using PfP.Search.Engines;

namespace PfP.Search.SavedSearches;

/// <summary>
/// Enters what comes in by replay: the first one of a service is its archive, which is new to nobody. Later ones bring nothing new, but for
/// what was published a moment ago and whose event is still on its way.
/// </summary>
internal sealed class ReplayedArrivals(IServiceScopeFactory scopes)
{
    public Task<bool> HasArchiveAsync(string producer, CancellationToken cancellationToken) => UseAsync(db => db.HasArchiveAsync(producer, cancellationToken));

    public Task MarkArchiveAsync(string producer, CancellationToken cancellationToken) => UseAsync(db => db.MarkArchiveAsync(producer, cancellationToken));

    public Task EnterAsync(IEnumerable<IndexChange> changes, bool isArchive, CancellationToken cancellationToken)
    {
        Guid[] documents = [.. changes.Where(change => change.Document is not null).Select(change => change.Id)];
        return UseAsync(db => isArchive ? db.EnterArchiveAsync(documents, cancellationToken) : db.EnterArrivalsAsync(documents, cancellationToken));
    }

    private async Task<T> UseAsync<T>(Func<SearchDbContext, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SearchDbContext>());
    }
}
