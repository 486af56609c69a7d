using Npgsql;

namespace PfP.Identity.Accounts.Throttling;

/// <summary>
/// Counts attempts in the database, so that all replicas count together. An attempt is counted before it is made: of any number that run
/// at once no more get through than the limit allows.
/// </summary>
internal sealed class Attempts(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Count = """
        insert into provider.attempts as known (key, since, count) values ($1, $2, 1)
        on conflict (key) do update set
            since = case when known.since <= $2 - $3 then $2 else known.since end,
            count = case when known.since <= $2 - $3 then 1 else known.count + 1 end
        returning count, since
        """;

    /// <summary>Counts one for each limit; the longest wait among those that are used up, or null when none is.</summary>
    public async Task<TimeSpan?> ReserveAsync(IEnumerable<AttemptLimit> limits, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        TimeSpan? wait = null;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        foreach (var limit in limits)
        {
            await using var command = new NpgsqlCommand(Count, connection)
            {
                Parameters = { new() { Value = limit.Key }, new() { Value = now }, new() { Value = limit.Window } },
            };
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            if (reader.GetInt32(0) > limit.Most)
            {
                var rest = reader.GetFieldValue<DateTimeOffset>(1) + limit.Window - now;
                wait = wait > rest ? wait : rest;
            }
        }

        return wait;
    }

    /// <summary>An attempt that succeeded was none: who shares an address with many colleagues is not counted out.</summary>
    public async Task ForgiveAsync(IEnumerable<AttemptLimit> limits, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("update provider.attempts set count = greatest(count - 1, 0) where key = any($1)");
        command.Parameters.Add(new() { Value = limits.Select(limit => limit.Key).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
