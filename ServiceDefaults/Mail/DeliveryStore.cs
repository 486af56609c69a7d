using Npgsql;

namespace PfP.ServiceDefaults.Mail;

/// <summary>A delivery that this sender holds for the length of its lease.</summary>
internal sealed record DeliveryRow(Guid Id, Guid Recipient, Guid Subject, string Occasion, int Attempts);

/// <summary>How far sending is behind, and how much was given up in the last day.</summary>
internal sealed record DeliveryBacklog(long Due, TimeSpan Age, long Failed);

/// <summary>
/// The sender's side of the deliveries. A claim is a lease and no open transaction: a sender that dies leaves its rows to the next one.
/// Whether a row is due is a matter of business time; leases and back-off run on the database's own clock.
/// </summary>
internal sealed class DeliveryStore(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Longer than an attempt may take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    public async Task<List<DeliveryRow>> ClaimAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = Command("""
            update deliveries set attempts = attempts + 1, next_attempt_at = now() + $2
            where id in (
                select id from deliveries where state = 'waiting' and next_attempt_at <= now() and due_at <= $3
                order by next_attempt_at, id limit $1 for update skip locked)
            returning id, recipient, subject, occasion, attempts
            """, limit, Lease, clock.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<DeliveryRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3), reader.GetInt32(4)));
        }

        return rows;
    }

    /// <summary>Whether the row is still this claim's: a process that was stopped may have lost it, and its member may have been erased.</summary>
    public async Task<bool> HoldsAsync(DeliveryRow row, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "select 1 from deliveries where id = $1 and attempts = $2 and state = 'waiting' and next_attempt_at > now()", row.Id, row.Attempts);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    public Task FinishAsync(DeliveryRow row, string state, string? error, CancellationToken cancellationToken) => ExecuteAsync(
        "update deliveries set state = $2, last_error = $3, finished_at = now() where id = $1 and state = 'waiting'",
        cancellationToken, row.Id, state, (object?)error ?? DBNull.Value);

    /// <param name="counts">False gives the attempt back: a server that is away says nothing about the mail.</param>
    public Task PostponeAsync(DeliveryRow row, TimeSpan delay, bool counts, string error, CancellationToken cancellationToken) => ExecuteAsync(
        "update deliveries set next_attempt_at = now() + $3, attempts = attempts - $4, last_error = $5 where id = $1 and attempts = $2 and state = 'waiting'",
        cancellationToken, row.Id, row.Attempts, delay, counts ? 0 : 1, error);

    /// <summary>How long until a row is due, or null where none waits.</summary>
    public async Task<TimeSpan?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(
            "select min(greatest(next_attempt_at - now(), due_at - $1)) from deliveries where state = 'waiting'", clock.GetUtcNow());
        return await command.ExecuteScalarAsync(cancellationToken) as TimeSpan?;
    }

    public async Task<DeliveryBacklog> BacklogAsync(CancellationToken cancellationToken)
    {
        await using var command = Command("""
            select count(*) filter (where state = 'waiting'), coalesce($1 - min(due_at) filter (where state = 'waiting'), interval '0'),
                   count(*) filter (where state = 'failed')
            from deliveries where (state = 'waiting' and due_at <= $1) or (state = 'failed' and finished_at > now() - interval '1 day')
            """, clock.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetInt64(0), reader.GetTimeSpan(1), reader.GetInt64(2));
    }

    public Task SweepAsync(TimeSpan keep, CancellationToken cancellationToken) =>
        ExecuteAsync("delete from deliveries where finished_at < now() - $1", cancellationToken, keep);

    private NpgsqlCommand Command(string sql, params object[] parameters)
    {
        var command = database.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter);
        }

        return command;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
