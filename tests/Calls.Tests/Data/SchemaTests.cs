using Npgsql;
using PfP.Calls.Tests.Hosting;
using PfP.Testing;

namespace PfP.Calls.Tests.Data;

public sealed class SchemaTests(CallsHost host)
{
    [Fact]
    public async Task Model_FitsTheSchemaOfTheMigrations() =>
        Assert.Empty(await host.InDatabaseAsync(db => MappedColumns.MissingAsync(db, TestContext.Current.CancellationToken)));

    [Fact]
    public async Task Api_OnlyGrows() =>
        Assert.Empty(await OpenApiContract.RemovedAsync(host.CreateClient(), "services/Calls/openapi.json", TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("update audit set actor = 'nobody'", "append-only")]
    [InlineData("delete from audit", "append-only")]
    [InlineData("update calls set opens_at = now() where state = 'archived'", "calls_archived_have_no_dates")]
    [InlineData("update calls set opens_at = closes_at where state = 'published'", "calls_open_before_they_close")]
    [InlineData("update calls set slug = null where archive_key is not null", "calls_public_have_slug")]
    [InlineData("update calls set state = 'draft' where archive_key is not null", "calls_public_have_slug")]
    [InlineData("update calls set owner = 'country:MD' where archive_key is not null", "calls_have_owner")]
    public async Task Rows_ThatMustNotBe_AreRefused(string sql, string reason)
    {
        await using var connection = new NpgsqlConnection(host.DatabaseConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Contains(reason, refusal.MessageText, StringComparison.Ordinal);
    }
}
