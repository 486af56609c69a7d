using Npgsql;
using PfP.ServiceDefaults;

namespace PfP.Identity.Data;

/// <summary>Deletes what serves nobody any more: counts that no limit looks back on, answered challenges, dead links, grants with their codes and tokens, and registrations that nobody confirmed.</summary>
internal sealed class Leftovers(DatabaseState state, NpgsqlDataSource database, TimeProvider clock, ILogger<Leftovers> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    // A form is good for ten minutes and a limit for an hour; a link to confirm for three days.
    private const string Delete = """
        delete from provider.attempts where since < $1 - interval '2 hours';
        delete from provider.answered_challenges where at < $1 - interval '1 day';
        delete from provider.secret_links where expires_at < $1 - interval '1 day';
        delete from provider.grants where expires_at < $1 - interval '1 day';
        delete from members.members where state = 'unconfirmed' and registered_at < $1 - interval '7 days';
        delete from provider.accounts a where not a.email_confirmed and not exists (select from members.members m where m.id = a.id);
        """;

    public async Task DeleteAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        foreach (var statement in Delete.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            batch.BatchCommands.Add(new(statement) { Parameters = { new() { Value = clock.GetUtcNow() } } });
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => state.RepeatAsync(DeleteAsync, Every, TimeProvider.System, logger, stoppingToken);
}
