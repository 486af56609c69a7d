using System.Data;
using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PfP.ServiceDefaults.Data;

/// <summary>SQL files embedded in an assembly that make up a schema, or a part of it that a service asks for.</summary>
/// <param name="Name">The name under which they are recorded.</param>
/// <param name="Folder">What the names of the resources begin with.</param>
internal sealed record MigrationSource(string Name, Assembly Assembly, string Folder)
{
    /// <summary>Those of the assembly's <c>Data/Migrations/*.sql</c>.</summary>
    public static MigrationSource Of(Assembly assembly) => new(assembly.GetName().Name!, assembly, "Migrations/");
}

/// <summary>
/// Applies SQL files in the order of their names, each in its own transaction, under an advisory lock, so that replicas may start at once.
/// What has been applied is known by checksum: a file that changed afterwards is refused.
/// </summary>
internal sealed partial class Migrations(NpgsqlDataSource database, IEnumerable<MigrationSource> sources, ILogger<Migrations> logger)
{
    private const long Lock = 0x5066502d4d696772; // "PfP-Migr"
    private static readonly ActivitySource Activities = new("PfP.Migrations");

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        using var activity = Activities.StartActivity("Apply migrations");
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock})", cancellationToken);
        try
        {
            await ExecuteAsync(connection, """
                create table if not exists schema_migrations (
                    source text not null,
                    name text not null,
                    checksum text not null,
                    applied_at timestamptz not null default now(),
                    primary key (source, name))
                """, cancellationToken);
            foreach (var source in sources.Distinct())
            {
                await ApplyAsync(connection, source, cancellationToken);
            }
        }
        finally
        {
            // A connection that broke took the lock with it.
            if (connection.State == ConnectionState.Open)
            {
                await ExecuteAsync(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
            }
        }
    }

    private async Task ApplyAsync(NpgsqlConnection connection, MigrationSource source, CancellationToken cancellationToken)
    {
        var applied = await AppliedAsync(connection, source.Name, cancellationToken);
        var resources = source.Assembly.GetManifestResourceNames().Where(name => name.StartsWith(source.Folder, StringComparison.Ordinal));
        foreach (var resource in resources.Order(StringComparer.Ordinal))
        {
            var name = resource[source.Folder.Length..];
            var sql = await ReadAsync(source.Assembly, resource, cancellationToken);
            var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (!applied.TryGetValue(name, out var known))
            {
                await ApplyAsync(connection, new Migration(source.Name, name, checksum, sql), cancellationToken);
            }
            else if (known != checksum)
            {
                throw new MigrationChangedException($"Migration {name} of {source.Name} was changed after it had been applied. Add a new file instead.");
            }
        }
    }

    private async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        using var activity = Activities.StartActivity($"Apply {migration.Name}");
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, migration.Sql, cancellationToken);
        await using var record = new NpgsqlCommand("insert into schema_migrations (source, name, checksum) values ($1, $2, $3)", connection, transaction)
        {
            Parameters = { new() { Value = migration.Source }, new() { Value = migration.Name }, new() { Value = migration.Checksum } },
        };
        await record.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        LogApplied(migration.Name, migration.Source);
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, string source, CancellationToken cancellationToken)
    {
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("select name, checksum from schema_migrations where source = $1", connection)
        {
            Parameters = { new() { Value = source } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetString(0), reader.GetString(1));
        }

        return applied;
    }

    private static async Task<string> ReadAsync(Assembly assembly, string resource, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        // The checksum must not depend on how git checked the file out.
        return (await reader.ReadToEndAsync(cancellationToken)).ReplaceLineEndings("\n");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Applied migration {Name} of {Source}")]
    private partial void LogApplied(string name, string source);

    private sealed record Migration(string Source, string Name, string Checksum, string Sql);
}

/// <summary>An applied migration file differs from what was applied; no retry helps.</summary>
internal sealed class MigrationChangedException(string message) : Exception(message);
