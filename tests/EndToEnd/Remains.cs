using System.Text;
using Npgsql;
using PfP.Contracts;
using RabbitMQ.Client;

namespace PfP.EndToEnd;

/// <summary>Looks for a text in everything that the running system keeps: databases, queues, index, and what it has told the dashboard.</summary>
internal sealed class Remains(RunningSystem system)
{
    private static readonly string[] Databases = ["catalogue", "search", "identity", "notifications", "web"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Every place that holds one of the texts, and every queue with messages that nobody has taken: they could hold anything.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(params string[] texts)
    {
        var found = new List<string>();
        foreach (var database in Databases)
        {
            found.AddRange(await TablesAsync(database, texts));
        }

        found.AddRange(await QueuesAsync());
        found.AddRange(await FilesAsync(texts));
        foreach (var kind in (string[])["logs", "spans"])
        {
            var told = await system.TelemetryAsync(kind);
            found.AddRange(texts.Where(text => told.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(text => $"{text} in the {kind}"));
        }

        return found;
    }

    private async Task<List<string>> TablesAsync(string database, string[] texts)
    {
        await using var source = NpgsqlDataSource.Create(await system.SettingAsync($"ConnectionStrings__{database}"));
        await using var list = source.CreateCommand("""
            select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            """);
        var tables = new List<string>();
        await using (var reader = await list.ExecuteReaderAsync(Cancellation))
        {
            while (await reader.ReadAsync(Cancellation))
            {
                tables.Add(reader.GetString(0));
            }
        }

        Assert.NotEmpty(tables);
        var found = new List<string>();
        foreach (var table in tables)
        {
            await using var search = source.CreateCommand($"select sought from unnest($1) as sought where exists (select 1 from {table} as kept where strpos(lower(kept::text), lower(sought)) > 0)");
            search.Parameters.Add(new() { Value = texts });
            await using var reader = await search.ExecuteReaderAsync(Cancellation);
            while (await reader.ReadAsync(Cancellation))
            {
                found.Add($"{reader.GetString(0)} in {database}, {table}");
            }
        }

        return found;
    }

    private async Task<List<string>> QueuesAsync()
    {
        var factory = new ConnectionFactory { Uri = new(await system.SettingAsync("ConnectionStrings__messaging")) };
        await using var connection = await factory.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        var found = new List<string>();
        foreach (var queue in Topology.Queues.Values.SelectMany(queues => queues))
        {
            if (await channel.MessageCountAsync(queue, Cancellation) is var count and > 0)
            {
                found.Add($"{count} messages in {queue}");
            }
        }

        return found;
    }

    private async Task<List<string>> FilesAsync(string[] texts)
    {
        var index = await system.SettingAsync("Search__IndexPath");
        var files = Directory.GetFiles(index, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        var found = new List<string>();
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var content = await reader.ReadToEndAsync(Cancellation);
            found.AddRange(texts.Where(text => content.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(text => $"{text} in {file}"));
        }

        return found;
    }
}
