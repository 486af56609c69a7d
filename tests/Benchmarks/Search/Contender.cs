using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace PfP.Benchmarks.Search;

/// <summary>An endpoint under measurement: a process of its own, asked over one connection that is kept open.</summary>
internal abstract class Contender(string name, Uri address) : IAsyncDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1, PooledConnectionLifetime = Timeout.InfiniteTimeSpan }) { BaseAddress = address };

    public string Name => name;

    /// <summary>The time until the whole answer has been read, and how much it found; reading the JSON is not timed.</summary>
    public async Task<(TimeSpan Time, int Total)> AskAsync(BenchmarkQuery query)
    {
        using var request = Request(query);
        var started = Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead);
        var time = Stopwatch.GetElapsedTime(started);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"{name} answered {query.QueryString} with {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }

        return (time, TotalOf(await response.Content.ReadFromJsonAsync<JsonElement>()));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await StopAsync();
    }

    protected abstract HttpRequestMessage Request(BenchmarkQuery query);

    protected abstract int TotalOf(JsonElement answer);

    protected abstract ValueTask StopAsync();
}
