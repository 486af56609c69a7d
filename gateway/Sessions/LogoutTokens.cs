using Npgsql;

namespace PfP.Gateway.Sessions;

/// <summary>Logout tokens are obeyed once: a copy that somebody kept signs nobody out.</summary>
internal sealed class LogoutTokens(NpgsqlDataSource database)
{
    public async Task<bool> IsNewAsync(string id, DateTime expiresAt, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("insert into logout_tokens (jti, expires_at) values ($1, $2) on conflict do nothing");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = expiresAt });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
