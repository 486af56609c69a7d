using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using PfP.Identity.Accounts.Sessions;
using PfP.Identity.Data;

namespace PfP.Identity.Provider.Tokens;

/// <summary>
/// A grant and the session it stands on, found by a code or refresh token, and all locked until the transaction ends: nobody redeems beside
/// us, and nobody signs out beside us.
/// </summary>
/// <param name="UsedAt">When the code or refresh token was used before.</param>
internal sealed record LiveGrant(Grant Grant, AccountSession Session, DateTimeOffset? UsedAt)
{
    public bool HoldsAt(DateTimeOffset now) => Session.EndedAt is null && Grant.HoldsAt(now);
}

/// <summary>Locks the session first and then the grant, as everybody does who needs both; in one statement, which every refresh begins with.</summary>
internal sealed class LiveGrants(IdentityDbContext db)
{
    private const string Columns = """
        select g.id, g.client_id, g.account_id, g.session_id, g.scopes, g.granted_at, g.expires_at, g.redeemed_at, g.revoked_at,
            s.methods, s.device, s.started_at, s.ended_at, handle.used_at
        """;

    // PostgreSQL locks in the order of the clauses, and answers with what the rows are once they are locked.
    private const string Locks = """
        join provider.grants g on g.id = handle.grant_id join provider.sessions s on s.id = g.session_id
        where handle.hash = $1 for share of s for update of g, handle
        """;

    public Task<LiveGrant?> LockByCodeAsync(byte[] hash, CancellationToken cancellationToken) =>
        LockAsync($"{Columns} from provider.authorization_codes handle {Locks}", hash, cancellationToken);

    public Task<LiveGrant?> LockByRefreshTokenAsync(byte[] hash, CancellationToken cancellationToken) =>
        LockAsync($"{Columns} from provider.refresh_tokens handle {Locks}", hash, cancellationToken);

    private async Task<LiveGrant?> LockAsync(string sql, byte[] hash, CancellationToken cancellationToken)
    {
        // Its one SaveChanges either succeeds or ends the transaction: no need of a way back inside it.
        db.Database.AutoSavepointsEnabled = false;
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection())
        {
            Parameters = { new() { Value = hash, NpgsqlDbType = NpgsqlDbType.Bytea } },
        };
        // Once for each connection: planning it takes longer than running it.
        await command.PrepareAsync(cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var live = Read(reader);
        db.Grants.Attach(live.Grant);
        return live;
    }

    private static LiveGrant Read(DbDataReader row)
    {
        var grant = new Grant(
            row.GetGuid(0), row.GetString(1), row.GetGuid(2), row.GetGuid(3), row.GetFieldValue<string[]>(4),
            row.GetFieldValue<DateTimeOffset>(5), row.GetFieldValue<DateTimeOffset>(6))
        {
            RedeemedAt = row.GetFieldValue<DateTimeOffset?>(7),
            RevokedAt = row.GetFieldValue<DateTimeOffset?>(8),
        };
        var session = new AccountSession(
            grant.SessionId, grant.AccountId, row.GetFieldValue<string[]>(9), row.GetString(10), row.GetFieldValue<DateTimeOffset>(11))
        {
            EndedAt = row.GetFieldValue<DateTimeOffset?>(12),
        };
        return new(grant, session, row.GetFieldValue<DateTimeOffset?>(13));
    }
}
