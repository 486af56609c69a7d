using System.Text;
using PfP.Contracts;
using PfP.Testing;
using RabbitMQ.Client;

namespace PfP.EndToEnd;

/// <summary>Looks for a text in everything that the running system keeps: databases, queues, index, and what it has told the dashboard.</summary>
internal sealed class Remains(RunningSystem system)
{
    private static readonly string[] Databases = ["catalogue", "calls", "search", "identity", "notifications", "web"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Every place that holds one of the texts, and every queue with messages that nobody has taken: they could hold anything.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(params string[] texts)
    {
        var found = new List<string>();
        foreach (var database in Databases)
        {
            var address = await system.SettingAsync($"ConnectionStrings__{database}");
            foreach (var text in texts)
            {
                found.AddRange((await StoredText.TablesWithAsync(address, text, Cancellation)).Select(table => $"{text} in {database}, {table}"));
            }
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
