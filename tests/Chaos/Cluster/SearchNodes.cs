using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using PfP.Chaos.Processes;
using PfP.Testing.Servers;

namespace PfP.Chaos.Cluster;

/// <summary>A cluster of three search servers of this run, each in a folder of its own.</summary>
internal sealed class SearchNodes : IAsyncDisposable
{
    private const int Count = 3;
    private readonly IReadOnlyList<Uri> addresses;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };

    /// <param name="kind">One of those that <see cref="TestSearchServer"/> can start.</param>
    public SearchNodes(string kind, Stage stage)
    {
        var transports = Enumerable.Range(0, Count).Select(_ => Text(stage.FreePort())).ToList();
        addresses = [.. transports.Select(_ => new Uri($"http://127.0.0.1:{Text(stage.FreePort())}"))];
        Processes =
        [
            .. addresses.Zip(transports).Select((node, number) => new Supervised(
                $"node {number + 1}",
                () => new Command(
                    TestSearchServer.Start,
                    [kind, Text(node.First.Port), stage.PathOf($"node-{number + 1}"), node.Second, string.Join(',', transports)],
                    new Dictionary<string, string> { ["SEARCH_HEAP"] = "384m" }),
                token => IsWholeAsync(node.First, token),
                async token => await HealthAsync(node.First, token) is not null,
                stage)),
        ];
    }

    public IReadOnlyList<Supervised> Processes { get; }

    /// <summary>As search is told of it.</summary>
    public string ConnectionString => string.Join(',', addresses);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(Processes.Select(node => node.StartAsync()));
        await UntilWholeAsync(cancellationToken);
    }

    /// <summary>Until every node sees all nodes, and every copy of every index is in its place.</summary>
    public async Task UntilWholeAsync(CancellationToken cancellationToken)
    {
        foreach (var node in Processes)
        {
            await node.UntilReadyAsync(TimeSpan.FromMinutes(2), cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Processes)
        {
            await node.DisposeAsync();
        }

        http.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<bool> IsWholeAsync(Uri node, CancellationToken cancellationToken) =>
        await HealthAsync(node, cancellationToken) is { Status: "green", Nodes: Count };

    private async Task<Health?> HealthAsync(Uri node, CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync<Health>(new Uri(node, "_cluster/health"), cancellationToken);

    private sealed record Health([property: JsonPropertyName("status")] string Status, [property: JsonPropertyName("number_of_nodes")] int Nodes);
}
