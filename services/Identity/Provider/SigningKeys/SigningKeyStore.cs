using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace PfP.Identity.Provider.SigningKeys;

/// <summary>The keys in the database, sealed. Whichever replica comes first makes the next one; the others find it.</summary>
internal sealed class SigningKeyStore(NpgsqlDataSource database, IDataProtectionProvider protection, IOptions<ProviderOptions> options)
{
    private const long Lock = 0x5066502d4b657973; // "PfP-Keys"

    private readonly IDataProtector protector = protection.CreateProtector("PfP.SigningKeys");

    public async Task<KeyRing> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var ring = await ReadAsync(connection, now, cancellationToken);
        return ring.NextDueAt(now, options.Value) is null ? ring : await RotateAsync(connection, now, cancellationToken);
    }

    private async Task<KeyRing> RotateAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, "select pg_advisory_xact_lock($1)", cancellationToken, Lock);
        var ring = await ReadAsync(connection, now, cancellationToken);
        if (ring.NextDueAt(now, options.Value) is { } from)
        {
            var key = SigningKey.Create(from);
            await ExecuteAsync(
                connection, "insert into provider.signing_keys (id, protected_key, signs_from) values ($1, $2, $3)", cancellationToken,
                key.Id, Convert.ToBase64String(protector.Protect(key.Write())), from);
            object forgotten = ring.ForgottenAt(now).Select(old => old.Id).ToArray();
            await ExecuteAsync(connection, "delete from provider.signing_keys where id = any($1)", cancellationToken, forgotten);
            ring = await ReadAsync(connection, now, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return ring;
    }

    private async Task<KeyRing> ReadAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select protected_key, signs_from from provider.signing_keys order by signs_from", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<SigningKey>();
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(SigningKey.Read(protector.Unprotect(Convert.FromBase64String(reader.GetString(0))), reader.GetFieldValue<DateTimeOffset>(1)));
        }

        return new(keys, now);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
