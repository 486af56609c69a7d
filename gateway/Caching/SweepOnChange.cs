using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.ServiceDefaults;

namespace PfP.Gateway.Caching;

/// <summary>
/// A change of any entry or call may show on any page (lists, counts, maps, related entries), so it empties all. Events missed while the broker
/// is away do not matter: nothing is kept longer than half a minute.
/// </summary>
internal sealed class SweepOnChange(CacheSweeper sweeper) : IEventHandler<EntryPublished>, IEventHandler<EntryWithdrawn>, IEventHandler<CallPublished>
{
    public Task HandleAsync(EntryPublished message, EventContext context, CancellationToken cancellationToken) => sweeper.EntryChangedAsync(cancellationToken);

    public Task HandleAsync(CallPublished message, EventContext context, CancellationToken cancellationToken) => sweeper.EntryChangedAsync(cancellationToken);

    public Task HandleAsync(EntryWithdrawn message, EventContext context, CancellationToken cancellationToken) => sweeper.EntryChangedAsync(cancellationToken);
}
