using Npgsql;

namespace PfP.Search.Tests.Hosting;

/// <summary>What a service has put into its outbox about saved searches, kept in its database after it was sent.</summary>
internal static class Told
{
    public static Task KeepAsync(string database) => ExecuteAsync(database, """
        create table told (number serial, search uuid, entry uuid, entries integer);
        create function told() returns trigger language plpgsql as $$
        begin
            if new.event_type like '%SavedSearchMatched' then
                insert into told (search, entry, entries)
                select (new.body->>'searchId')::uuid, (entry->>'id')::uuid, json_array_length(new.body->'entries') from json_array_elements(new.body->'entries') as entry;
            end if;
            return new;
        end $$;
        create trigger told after insert on outbox for each row execute function told();
        """);

    /// <summary>The entries told of for that search, in order, as often as they were.</summary>
    public static async Task<IReadOnlyList<Guid>> OfAsync(string database, Guid search)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select coalesce(array_agg(entry order by number), '{}') from told where search = $1", connection) { Parameters = { new() { Value = search } } };
        return (Guid[])(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
