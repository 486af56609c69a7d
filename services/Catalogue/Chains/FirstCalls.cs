using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Calls;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Chains;

/// <summary>Asks once for the calls that were published before this service listened: else nothing could be linked to them.</summary>
internal sealed partial class FirstCalls(ReplayClient replay, IServiceScopeFactory scopes, DatabaseState database, TimeProvider clock, ILogger<FirstCalls> logger) : BackgroundService
{
    private const string Producer = "calls";
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitAsync(stoppingToken);
        while (true)
        {
            try
            {
                await AskAsync(stoppingToken);
                return;
            }
#pragma warning disable CA1031 // whatever stopped it, the only way to what is missing is to try again
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(exception);
            }

            await Task.Delay(TryAgainAfter, TimeProvider.System, stoppingToken);
        }
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDbContext>();
        if ((await db.Database.SqlQuery<string>($"select service as \"Value\" from replays where service = {Producer}").ToListAsync(cancellationToken)).Count > 0)
        {
            return;
        }

        await replay.RunAsync(Producer, KeepAsync, cancellationToken);
        await db.Database.ExecuteSqlAsync($"insert into replays (service, done_at) values ({Producer}, {clock.GetUtcNow()}) on conflict (service) do nothing", cancellationToken);
    }

    private async Task KeepAsync(object message, EventContext context, CancellationToken cancellationToken)
    {
        if (message is CallPublished call)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<KeepCall>().HandleAsync(call, context, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The calls that were published before could not be asked for; trying again")]
    private partial void LogFailed(Exception exception);
}
