using PfP.Catalogue.Data;
using PfP.Contracts.Calls;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Chains;

/// <summary>The calls that were published before this service listened: else nothing could be linked to them.</summary>
internal sealed class FirstCalls(ReplayClient replay, IServiceScopeFactory scopes, DatabaseState database, TimeProvider clock, ILogger<FirstCalls> logger)
    : FirstReplay<CatalogueDbContext>(replay, scopes, database, clock, logger, "calls")
{
    protected override Task KeepAsync(IServiceProvider services, object message, EventContext context, CancellationToken cancellationToken) =>
        message is CallPublished call ? services.GetRequiredService<KeepCall>().HandleAsync(call, context, cancellationToken) : Task.CompletedTask;
}
