using Npgsql;
using PfP.Catalogue.Tests.Hosting;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Data;

public sealed class SchemaTests(ArchiveHost host, CatalogueHost writable)
{
    [Fact]
    public async Task Model_FitsTheSchemaOfTheMigrations()
    {
        Assert.Empty(await host.InDatabaseAsync(db => MappedColumns.MissingAsync(db, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Api_OnlyGrows()
    {
        var removed = await OpenApiContract.RemovedAsync(host.Client(), "services/Catalogue/openapi.json", TestContext.Current.CancellationToken);

        Assert.Empty(removed);
    }

    [Theory]
    [InlineData("update audit set actor = 'nobody'")]
    [InlineData("delete from audit")]
    [InlineData("delete from entry_revisions")]
    [InlineData("truncate audit")]
    public async Task Record_OnceWritten_CannotBeChanged(string sql)
    {
        await using var connection = new NpgsqlConnection(writable.DatabaseConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Contains("append-only", refusal.MessageText, StringComparison.Ordinal);
    }
}
