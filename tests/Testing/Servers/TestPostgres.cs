using Npgsql;

namespace PfP.Testing.Servers;

/// <summary>
/// A PostgreSQL for tests: the one that PFP_TEST_POSTGRES leads to (as an administrator), or one that is started once per process.
/// </summary>
public sealed class TestPostgres : IAsyncDisposable
{
    public const string Setting = "PFP_TEST_POSTGRES";

    private static readonly Lazy<Task<TestPostgres>> Lazy = new(() => Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } given
        ? Task.FromResult(new TestPostgres(null, given))
        : StartAsync());

    private readonly LocalServer? server;

    private TestPostgres(LocalServer? server, string connectionString) => (this.server, ConnectionString) = (server, connectionString);

    public static Task<TestPostgres> SharedAsync => Lazy.Value;

    public string ConnectionString { get; }

    /// <summary>A server of one's own, to be killed.</summary>
    /// <param name="durable">A commit is on the disk, as in production.</param>
    public static async Task<TestPostgres> StartAsync(bool durable = false)
    {
        var port = LocalServer.FreePort();
        var connectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Include Error Detail=true";
        var server = await LocalServer.StartAsync("postgres.bash", LocalServer.NewFolder("postgres"), [port, durable ? "durable" : ""], () => AnswersAsync(connectionString));
        return new(server, connectionString);
    }

    /// <summary>A new empty database; returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"t{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name}");
        // Small pools: many databases share the server's connections.
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    public async Task DropDatabaseAsync(string connectionString) =>
        await ExecuteAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<bool> AnswersAsync(string connectionString)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
