using Aspire.Hosting.ApplicationModel;
using Npgsql;

namespace Aspire.Hosting.Postgres;

/// <summary>Makes role and database where they are missing. A role may enter its own database only.</summary>
internal static class PostgresProvisioning
{
    private static readonly TimeSpan s_connectLimit = TimeSpan.FromSeconds(3);

    public static async Task EnsureAsync(PostgresDatabaseResource database, CancellationToken cancellationToken)
    {
        var password = await database.PasswordParameter.GetValueAsync(cancellationToken);
        await using var connection = await OpenAsync(database.Parent, cancellationToken);
        var name = database.DatabaseName;
        if (!await ExistsAsync(connection, "SELECT 1 FROM pg_roles WHERE rolname = $1", name, cancellationToken))
        {
            await ExecuteAsync(connection, "SELECT format('CREATE ROLE %I LOGIN', $1)", [name], cancellationToken);
        }

        await ExecuteAsync(connection, "SELECT format('ALTER ROLE %I LOGIN PASSWORD %L', $1, $2)", [name, password!], cancellationToken);
        if (!await ExistsAsync(connection, "SELECT 1 FROM pg_database WHERE datname = $1", name, cancellationToken))
        {
            // An administrator who is no superuser must be a member of the owner's role.
            await ExecuteAsync(connection, "SELECT format('GRANT %I TO CURRENT_USER', $1)", [name], cancellationToken);
            await ExecuteAsync(connection, "SELECT format('CREATE DATABASE %I OWNER %I', $1, $1)", [name], cancellationToken);
        }

        await ExecuteAsync(connection, "SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', $1)", [name], cancellationToken);
    }

    /// <summary>A whole sign-in and an answer: a server that still recovers accepts connections before it takes queries.</summary>
    public static async Task<string?> ProbeAsync(PostgresServerResource server, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(server, cancellationToken);
        await using var command = new NpgsqlCommand("SELECT 1", connection);
        await command.ExecuteScalarAsync(cancellationToken);
        return null;
    }

    private static async Task<NpgsqlConnection> OpenAsync(PostgresServerResource server, CancellationToken cancellationToken)
    {
        var given = new NpgsqlConnectionStringBuilder(await server.ConnectionStringExpression.GetValueAsync(cancellationToken))
        {
            Timeout = (int)s_connectLimit.TotalSeconds,
            Pooling = false, // a kept connection would outlive the server, and hide that it has gone
        };
        given.Database ??= "postgres";
        var connection = new NpgsqlConnection(given.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string query, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(query, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = name } } };
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>Statements on roles and databases take no parameters, so the server quotes the names for them.</summary>
    private static async Task ExecuteAsync(NpgsqlConnection connection, string template, string[] values, CancellationToken cancellationToken)
    {
        await using var format = new NpgsqlCommand(template, connection);
        foreach (var value in values)
        {
            format.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        }

        await using var statement = connection.CreateCommand();
#pragma warning disable CA2100 // quoted by the server's own format()
        statement.CommandText = (string)(await format.ExecuteScalarAsync(cancellationToken))!;
#pragma warning restore CA2100
        await statement.ExecuteNonQueryAsync(cancellationToken);
    }
}
