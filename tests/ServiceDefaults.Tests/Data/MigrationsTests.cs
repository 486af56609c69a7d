using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using PfP.ServiceDefaults.Data;
using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.ServiceDefaults.Tests.Data;

public sealed class MigrationsTests : IAsyncLifetime
{
    private string connectionString = "";
    private NpgsqlDataSource database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        connectionString = await (await TestPostgres.SharedAsync).CreateDatabaseAsync();
        database = NpgsqlDataSource.Create(connectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await (await TestPostgres.SharedAsync).DropDatabaseAsync(connectionString);
    }

    [Fact]
    public async Task Apply_WhenReplicasStartAtOnce_AppliesEachFileOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Migrations().ApplyAsync(Cancellation)));

        Assert.Equal(1, await ScalarAsync<long>("select count(*) from schema_migrations where name = '0001_messaging.sql'"));
        Assert.Equal(0, await ScalarAsync<long>("select count(*) from outbox"));
    }

    [Fact]
    public async Task Apply_WhenAnAppliedFileWasChanged_RefusesToGoOn()
    {
        await Migrations().ApplyAsync(Cancellation);
        await ExecuteAsync("update schema_migrations set checksum = 'of another text' where name = '0001_messaging.sql'");

        await Assert.ThrowsAsync<MigrationChangedException>(() => Migrations().ApplyAsync(Cancellation));
    }

    [Fact]
    public async Task Apply_WhenTheConnectionIsCut_FailsAsTheDatabaseDoes()
    {
        await using var blocker = await database.OpenConnectionAsync(Cancellation);
        await using (var hold = new NpgsqlCommand("begin; create table schema_migrations (held int)", blocker))
        {
            await hold.ExecuteNonQueryAsync(Cancellation);
        }

        var applying = Migrations().ApplyAsync(Cancellation);
        await Eventually.TrueAsync(
            async () => await ScalarAsync<long>(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") > 0,
            "the migration waits and is cut off");

        // Anything else than a failure of the database would end the service instead of making it wait.
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => applying);
    }

    private Migrations Migrations() => new(database, [MigrationSource.Of(typeof(Migrations).Assembly), MigrationSource.Of(typeof(NoteDbContext).Assembly)], NullLogger<Migrations>.Instance);

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
