using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace PfP.ServiceDefaults.Mail;

/// <summary>A delivery that this sender holds for the length of its lease.</summary>
/// <param name="Tries">The attempts since it was planned, or sent again by hand.</param>
internal sealed record DeliveryRow(Guid Id, Guid Recipient, Guid Subject, string Occasion, int Attempts, int Tries, string? Traceparent);

/// <summary>How far sending is behind, and how much was given up in the last day.</summary>
internal sealed record DeliveryBacklog(long Due, TimeSpan Age, long Failed);

/// <summary>
/// The sender's side of the deliveries. A claim is a lease and no open transaction: a sender that dies leaves its rows to the next one.
/// Whether a row is due is a matter of business time; leases and back-off run on the database's own clock.
/// </summary>
internal sealed class DeliveryStore(NpgsqlDataSource database, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>How long a claim holds unless it is held anew; more than twice as long as <see cref="MailOptions.Patience"/>.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    public async Task<List<DeliveryRow>> ClaimAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = Command("""
            update deliveries set attempts = attempts + 1, next_attempt_at = now() + $2
            where id in (
                select id from deliveries where state = 'waiting' and next_attempt_at <= now() and due_at <= $3
                order by next_attempt_at, id limit $1 for update skip locked)
            returning id, recipient, subject, occasion, attempts, attempts - attempts_before, traceparent
            """, limit, Lease, clock.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<DeliveryRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3), reader.GetInt32(4), reader.GetInt32(5), reader[6] as string));
        }

        return rows;
    }

    /// <summary>
    /// Holds the row for another lease if it is still this claim's: a process that was stopped may have lost it, and its member may have been erased.
    /// </summary>
    public async Task<bool> HoldAsync(DeliveryRow row, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "update deliveries set next_attempt_at = now() + $3 where id = $1 and attempts = $2 and state = 'waiting' and next_attempt_at > now() returning 1",
            row.Id, row.Attempts, Lease);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    public async Task<bool> IsPausedAsync(string address, CancellationToken cancellationToken)
    {
        await using var command = Command("select 1 from paused_addresses where address_hash = $1 and is_paused", AddressHash.Of(address));
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    public async Task FinishAsync(DeliveryRow row, string state, DeliveryResult result)
    {
        await using var connection = await database.OpenConnectionAsync();
        await FinishAsync(connection, row, state, result);
    }

    /// <summary>It failed, and its address with it: nothing more goes there, from any service.</summary>
    public async Task RefuseAsync(DeliveryRow row, DeliveryResult result)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await FinishAsync((NpgsqlConnection)db.Database.GetDbConnection(), row, "failed", result);
        await db.PauseAsync(new(AddressHash.Text(result.Address!), row.Recipient, row.Occasion, result.Error ?? "", clock.GetUtcNow()), tell: true, CancellationToken.None);
        await transaction.CommitAsync();
    }

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

    public async Task SweepAsync(TimeSpan keep, TimeSpan keepAddress, CancellationToken cancellationToken)
    {
        await ExecuteAsync("delete from deliveries where finished_at < now() - $1", cancellationToken, keep);
        await ExecuteAsync(
            "update deliveries set refused_address = null where state = 'failed' and refused_address is not null and finished_at < now() - $1", cancellationToken, keepAddress);
        await ExecuteAsync("delete from paused_addresses where changed_at < $1", cancellationToken, clock.GetUtcNow() - keep);
    }

    private static async Task FinishAsync(NpgsqlConnection connection, DeliveryRow row, string state, DeliveryResult result)
    {
        await using var command = new NpgsqlCommand(
            """
            update deliveries set state = $2, last_error = $3, address_hash = $4, refused_address = $5, finished_at = now()
            where id = $1 and state = 'waiting'
            """,
            connection);
        command.Parameters.AddWithValue(row.Id);
        command.Parameters.AddWithValue(state);
        command.Parameters.AddWithValue((object?)result.Error ?? DBNull.Value);
        command.Parameters.AddWithValue(result.Address is { } address ? AddressHash.Of(address) : DBNull.Value);
        command.Parameters.AddWithValue(state == "failed" && result.Address is { } refused ? refused : DBNull.Value);
        await command.ExecuteNonQueryAsync();
    }

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
