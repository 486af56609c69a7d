using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using PfP.Catalogue.Data;
using PfP.Catalogue.Tests.Hosting;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Data;

public sealed class SchemaTests(ArchiveHost host, CatalogueHost writable)
{
    [Fact]
    public async Task Model_FitsTheSchemaOfTheMigrations()
    {
        var columns = (await host.InDatabaseAsync(db => db.Database
            .SqlQuery<string>($"select table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable as \"Value\" from information_schema.columns where table_schema = 'public'")
            .ToListAsync(TestContext.Current.CancellationToken))).ToHashSet();

        var mapped = await host.InDatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(entity => entity.ClrType.Assembly == typeof(CatalogueDbContext).Assembly).SelectMany(Columns).ToList()));

        Assert.NotEmpty(mapped);
        Assert.DoesNotContain(mapped, column => !columns.Contains(column));
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

    private static IEnumerable<string> Columns(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        return entity.GetProperties().Select(property =>
            $"{table.Name}.{property.GetColumnName(table)} {StoreType(property)} {(property.IsColumnNullable(table) ? "YES" : "NO")}");
    }

    // information_schema names types as PostgreSQL does inside.
    private static string StoreType(IProperty property) => property.GetColumnType() switch
    {
        "integer" => "int4",
        "bigint" => "int8",
        "boolean" => "bool",
        "timestamp with time zone" => "timestamptz",
        "integer[]" => "_int4",
        "text[]" => "_text",
        var other => other,
    };
}
