using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Search.Data;
using PfP.Search.Engines;
using PfP.Search.SavedSearches;
using PfP.ServiceDefaults;

namespace PfP.Search.Indexing;

/// <summary>
/// Brings published entries into the index. The index is written before the inbox row is committed: after a crash in between the event
/// comes again, and its version makes the second time a repetition without effect. What has arrived is entered last, and found from then on.
/// </summary>
internal sealed class IndexPublishedEntry(IndexHost index, SearchDbContext db) : IEventHandler<EntryPublished>
{
    public Task ReadyAsync(CancellationToken cancellationToken) => index.ExistsAsync(cancellationToken);

    public async Task HandleAsync(EntryPublished message, EventContext context, CancellationToken cancellationToken)
    {
        await index.ApplyAsync(EntryChanges.Of(message)!, cancellationToken);
        await db.EnterArrivalsAsync([message.EntryId], cancellationToken);
    }
}

/// <summary>Leaves a tombstone, so that an older event that comes late does not bring the entry back.</summary>
internal sealed class IndexWithdrawnEntry(IndexHost index) : IEventHandler<EntryWithdrawn>
{
    public Task ReadyAsync(CancellationToken cancellationToken) => index.ExistsAsync(cancellationToken);

    public Task HandleAsync(EntryWithdrawn message, EventContext context, CancellationToken cancellationToken) =>
        index.ApplyAsync(EntryChanges.Of(message)!, cancellationToken);
}

internal sealed class IndexPublishedCall(IndexHost index, SearchDbContext db) : IEventHandler<CallPublished>
{
    public Task ReadyAsync(CancellationToken cancellationToken) => index.ExistsAsync(cancellationToken);

    public async Task HandleAsync(CallPublished message, EventContext context, CancellationToken cancellationToken)
    {
        await index.ApplyAsync(EntryChanges.Of(message)!, cancellationToken);
        await db.EnterArrivalsAsync([message.CallId], cancellationToken);
    }
}

internal static class EntryChanges
{
    /// <summary>What an event means for an index; null where it means nothing.</summary>
    public static IndexChange? Of(object message) => message switch
    {
        EntryPublished published => new(published.EntryId, published.Version, DocumentFactory.From(published)),
        EntryWithdrawn withdrawn => new(withdrawn.EntryId, withdrawn.Version, null),
        CallPublished call => new(call.CallId, call.Version, DocumentFactory.From(call)),
        _ => null,
    };
}
