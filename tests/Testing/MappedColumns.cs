using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PfP.Testing;

/// <summary>Whether a service's model fits the schema that its SQL migrations make.</summary>
public static class MappedColumns
{
    /// <summary>Columns that the entities of the context's own assembly expect and the database has not, or has otherwise.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(DbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var columns = await db.Database
            .SqlQuery<string>($"select table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable as \"Value\" from information_schema.columns where table_schema = 'public'")
            .ToListAsync(cancellationToken);
        var mapped = db.Model.GetEntityTypes().Where(entity => entity.ClrType.Assembly == db.GetType().Assembly).SelectMany(Columns).ToList();
        return mapped.Count == 0 ? ["(nothing is mapped)"] : [.. mapped.Except(columns)];
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
        "uuid[]" => "_uuid",
        var other => other,
    };
}
