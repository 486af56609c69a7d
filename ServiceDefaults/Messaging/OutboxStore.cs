using Npgsql;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>A row that this dispatcher holds for the length of its lease.</summary>
internal sealed record OutboxRow(Guid Id, string EventType, string Body, string? Traceparent, int Attempts);

/// <summary>How far the outbox is behind.</summary>
internal sealed record OutboxBacklog(long Rows, TimeSpan Age, long Failing);

/// <summary>
/// The dispatcher's side of the outbox. A claim is a lease and not an open transaction, so that a slow broker holds no locks;
/// a dispatcher that dies leaves its rows to the next one when the lease ends. Leases run on the database's own clock.
/// </summary>
internal sealed class OutboxStore(NpgsqlDataSource database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    public async Task<List<OutboxRow>> ClaimAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            update outbox set attempts = attempts + 1, next_attempt_at = now() + $2
            where id in (
                select id from outbox where sent_at is null and next_attempt_at <= now()
                order by next_attempt_at, id limit $1 for update skip locked)
            returning id, event_type, body::text, traceparent, attempts
            """);
        command.Parameters.AddWithValue(limit);
        command.Parameters.AddWithValue(Lease);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<OutboxRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var traceparent = await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetString(3);
            rows.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), traceparent, reader.GetInt32(4)));
        }

        return rows;
    }

    /// <summary>The broker has them on disk: the payload is no longer needed, the row stays as a trace of what was sent.</summary>
    public Task ConfirmAsync(Guid[] ids, CancellationToken cancellationToken) => ExecuteAsync(
        "update outbox set sent_at = now(), body = null, last_error = null where id = any($1)", cancellationToken, ids);

    public Task PostponeAsync(Guid id, TimeSpan delay, string error, CancellationToken cancellationToken) => ExecuteAsync(
        "update outbox set next_attempt_at = now() + $2, last_error = left($3, 2000) where id = $1 and sent_at is null",
        cancellationToken, id, delay, error);

    /// <summary>How long until a row is due, or null where none waits.</summary>
    public async Task<TimeSpan?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select min(next_attempt_at) - now() from outbox where sent_at is null");
        return await command.ExecuteScalarAsync(cancellationToken) as TimeSpan?;
    }

    public async Task<OutboxBacklog> BacklogAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            select count(*), coalesce(now() - min(created_at), interval '0'), count(*) filter (where last_error is not null)
            from outbox where sent_at is null
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetInt64(0), reader.GetTimeSpan(1), reader.GetInt64(2));
    }

    /// <summary>Forgets what is older than the longest time a message can still be repeated.</summary>
    public Task SweepAsync(TimeSpan keep, CancellationToken cancellationToken) => ExecuteAsync("""
        with sent as (delete from outbox where sent_at < now() - $1),
             received as (delete from inbox where received_at < now() - $1)
        delete from dead_letters where failed_at < now() - $1
        """, cancellationToken, keep);

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
