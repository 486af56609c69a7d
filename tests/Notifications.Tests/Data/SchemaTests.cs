using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PfP.Notifications.Data;
using PfP.Notifications.Tests.Hosting;

namespace PfP.Notifications.Tests.Data;

public sealed class SchemaTests(NotificationsHost host)
{
    [Fact]
    public async Task Model_FitsTheSchemaOfTheMigrations()
    {
        var columns = (await host.InDatabaseAsync(db => db.Database
            .SqlQuery<string>($"select table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable as \"Value\" from information_schema.columns where table_schema = 'public'")
            .ToListAsync(TestContext.Current.CancellationToken))).ToHashSet();

        var mapped = await host.InDatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(entity => entity.ClrType.Assembly == typeof(NotificationsDbContext).Assembly).SelectMany(Columns).ToList()));

        Assert.NotEmpty(mapped);
        Assert.DoesNotContain(mapped, column => !columns.Contains(column));
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
