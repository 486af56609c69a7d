using Npgsql;

namespace PfP.Identity.Provider.Logout;

/// <summary>A client that has to hear that a session ended.</summary>
internal sealed record LogoutNotice(Guid Id, string ClientId, Guid AccountId, Guid SessionId, DateTimeOffset CreatedAt, int Attempts);

/// <summary>
/// The sender's side of the notices. A claim is a lease: a sender that dies leaves its rows to the next one. Leases and back-off run on real time.
/// </summary>
internal sealed class LogoutNotices(NpgsqlDataSource database)
{
    /// <summary>Longer than an attempt may take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public async Task<List<LogoutNotice>> ClaimAsync(int limit, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var command = Command("""
            update provider.logout_notices set attempts = attempts + 1, next_attempt_at = $2
            where id in (select id from provider.logout_notices where next_attempt_at <= $3 order by next_attempt_at, id limit $1 for update skip locked)
            returning id, client_id, account_id, session_id, created_at, attempts
            """, limit, now + Lease, now);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var notices = new List<LogoutNotice>();
        while (await reader.ReadAsync(cancellationToken))
        {
            notices.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2), reader.GetGuid(3), reader.GetFieldValue<DateTimeOffset>(4), reader.GetInt32(5)));
        }

        return notices;
    }

    public Task DoneAsync(LogoutNotice notice, CancellationToken cancellationToken) =>
        ExecuteAsync(Command("delete from provider.logout_notices where id = $1", notice.Id), cancellationToken);

    public Task PostponeAsync(LogoutNotice notice, TimeSpan delay, CancellationToken cancellationToken) => ExecuteAsync(
        Command("update provider.logout_notices set next_attempt_at = $3 where id = $1 and attempts = $2", notice.Id, notice.Attempts, TimeProvider.System.GetUtcNow() + delay),
        cancellationToken);

    private NpgsqlCommand Command(string sql, params object[] parameters)
    {
        var command = database.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter);
        }

        return command;
    }

    private static async Task ExecuteAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using (command)
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
