using System.Globalization;
using Dapper;
using Npgsql;

namespace PfP.Chaos.Processes;

/// <summary>A PostgreSQL server of this run: durable as in production (fsync on), on the loopback address only.</summary>
/// <param name="folder">Below the run's.</param>
internal sealed class Postgres(Stage stage, string folder)
{
    private readonly string data = stage.PathOf(folder);
    private readonly int port = stage.FreePort();
    private readonly string? user = Environment.IsPrivilegedProcess ? "postgres" : null;

    public string ConnectionString(string database, string role = "postgres") =>
        $"Host=127.0.0.1;Port={port};Database={database};Username={role}";

    /// <summary>A connection that is not shared with what was before the last fault.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(string database, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection($"{ConnectionString(database)};Pooling=false;Timeout=5;Command Timeout=10");
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string database, string sql, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(database, cancellationToken);
        return [.. await connection.QueryAsync<T>(new CommandDefinition(sql, cancellationToken: cancellationToken))];
    }

    /// <summary>Makes the cluster, with one database for each service, owned by a role of its name.</summary>
    public async Task<Supervised> StartAsync(IEnumerable<string> databases, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(data);
        if (user is not null)
        {
            await FinishAsync(new Command("chown", [user, data], NoEnvironment), null, cancellationToken);
        }

        await FinishAsync(new Command(Binary("initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"], NoEnvironment), user, cancellationToken);
        var supervised = new Supervised("postgres", Serve, AnswersAsync, AnswersAsync, stage);
        await supervised.StartAsync();
        await supervised.UntilReadyAsync(TimeSpan.FromSeconds(30), cancellationToken);
        await using var connection = await ConnectAsync("postgres", cancellationToken);
        foreach (var name in databases)
        {
            await ExecuteAsync(connection, $"create role {name} login", cancellationToken);
            await ExecuteAsync(connection, $"create database {name} owner {name}", cancellationToken);
        }

        return supervised;
    }

    private static Dictionary<string, string> NoEnvironment => [];

    private Command Serve() => new(
        Binary("postgres"),
        ["-D", data, "-p", port.ToString(CultureInfo.InvariantCulture), "-h", "127.0.0.1", "-k", string.Empty, "-c", "fsync=on", "-c", "synchronous_commit=on"],
        NoEnvironment,
        user);

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync("postgres", cancellationToken);
        return true;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task FinishAsync(Command command, string? asUser, CancellationToken cancellationToken)
    {
        using var process = (await stage.Launcher.StartAsync(command with { User = asUser }, stage.LogOf("initdb"))).Process;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command.Program} ended with {process.ExitCode}; see {stage.LogOf("initdb")}");
        }
    }

    // Debian keeps the server's binaries out of the path, by version.
    private static string Binary(string name) =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder => double.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))
                .Select(folder => Path.Combine(folder, "bin", name))
                .First(File.Exists)
            : name;
}
