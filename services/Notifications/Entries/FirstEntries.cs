using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Notifications.Data;
using PfP.Notifications.Planning;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Entries;

/// <summary>What was published before this service listened: else nobody could follow it.</summary>
internal sealed class FirstEntries(ReplayClient replay, IServiceScopeFactory scopes, DatabaseState database, TimeProvider clock, ILogger<FirstEntries> logger)
    : FirstReplay<NotificationsDbContext>(replay, scopes, database, clock, logger, "catalogue", "calls")
{
    protected override Task KeepAsync(IServiceProvider services, object message, EventContext context, CancellationToken cancellationToken) => message switch
    {
        EntryPublished published => services.GetRequiredService<KeepEntry>().HandleAsync(published, context, cancellationToken),
        EntryWithdrawn withdrawn => services.GetRequiredService<KeepEntry>().HandleAsync(withdrawn, context, cancellationToken),
        CallPublished published => services.GetRequiredService<KeepCall>().HandleAsync(published, context, cancellationToken),
        _ => Task.CompletedTask,
    };
}
