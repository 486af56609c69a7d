using Npgsql;

namespace PfP.Gateway.Sessions;

/// <summary>
/// Whether a session's refresh token has been sent already. Noted on a connection of its own and committed before the token leaves, so
/// that it outlives a gateway that is killed before it could keep the answer: a second use would look like theft and end everything.
/// </summary>
internal sealed class RefreshAttempts(NpgsqlDataSource database)
{
    /// <summary>False where this refresh has been attempted before and nobody knows how it ended.</summary>
    public async Task<bool> BeginAsync(Session session) => await ExecuteAsync(
        "insert into refresh_attempts (session_key, refresh) values ($1, $2) on conflict do nothing", session) == 1;

    /// <summary>The token did not leave, or was not looked at.</summary>
    public Task UndoAsync(Session session) => ExecuteAsync("delete from refresh_attempts where session_key = $1 and refresh = $2", session);

    private async Task<int> ExecuteAsync(string sql, Session session)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = session.Key });
        command.Parameters.Add(new() { Value = session.Refreshes });
        return await command.ExecuteNonQueryAsync();
    }
}
