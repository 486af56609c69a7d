using Npgsql;

namespace PfP.Testing;

/// <summary>Looks for a text in every column of every table of a database, outbox and deliveries included.</summary>
public static class StoredText
{
    private const string Tables = """
        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
        """;

    /// <returns>The tables that hold the text, in capitals or not, as <c>schema.table</c>.</returns>
    public static async Task<IReadOnlyList<string>> TablesWithAsync(string connectionString, string text, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var tables = await ReadAsync(source.CreateCommand(Tables), cancellationToken);
        if (tables.Count == 0)
        {
            throw new InvalidOperationException("The database has no tables.");
        }

        var search = source.CreateCommand(string.Join(" union all ", tables.Select(table => $"select '{table}' where exists (select 1 from {table} as kept where strpos(lower(kept::text), lower($1)) > 0)")));
        search.Parameters.Add(new() { Value = text });
        return await ReadAsync(search, cancellationToken);
    }

    private static async Task<List<string>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var disposed = command;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
