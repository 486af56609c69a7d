using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using PfP.Identity.Data;

namespace PfP.Identity.Provider.Tokens;

/// <summary>Puts a refresh token in the place of the one that is used up, in one statement: it is the busiest of them all.</summary>
internal sealed class RefreshTokens(IdentityDbContext db, TimeProvider clock)
{
    private const string Rotate = """
        with used as (update provider.refresh_tokens set used_at = $1 where hash = $2)
        insert into provider.refresh_tokens (hash, grant_id, issued_at) values ($3, $4, $1)
        """;

    public async Task<string> CreateAsync(Grant grant, byte[]? used, CancellationToken cancellationToken)
    {
        var token = Handle.Create();
        await using var command = new NpgsqlCommand(Rotate, (NpgsqlConnection)db.Database.GetDbConnection())
        {
            Parameters =
            {
                new() { Value = clock.GetUtcNow(), NpgsqlDbType = NpgsqlDbType.TimestampTz },
                new() { Value = used ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea },
                new() { Value = Handle.Hash(token), NpgsqlDbType = NpgsqlDbType.Bytea },
                new() { Value = grant.Id, NpgsqlDbType = NpgsqlDbType.Uuid },
            },
        };
        await command.PrepareAsync(cancellationToken);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return token;
    }
}
