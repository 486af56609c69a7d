using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Sockets;
using PfP.Contracts.Search.Api;

namespace PfP.Benchmarks.Search;

/// <summary>An endpoint under measurement: a process of its own, asked over one connection that is kept open.</summary>
internal sealed class Contender : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient client;

    private Contender(string name, Process process, HttpClient client) => (Name, this.process, this.client) = (name, process, client);

    public string Name { get; }

    public double MemoryMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    public static async Task<Contender> StartAsync(string name, string assembly, string[] arguments, IReadOnlyDictionary<string, string> settings)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments, $"--urls=http://127.0.0.1:{port}"]) { RedirectStandardOutput = true };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }
        var process = Process.Start(start)!;
        process.BeginOutputReadLine(); // an unread pipe would stop it
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 1, PooledConnectionLifetime = Timeout.InfiniteTimeSpan };
        var contender = new Contender(name, process, new HttpClient(handler) { BaseAddress = new Uri($"http://127.0.0.1:{port}") });
        await contender.WaitUntilReadyAsync();
        return contender;
    }

    /// <summary>The time until the whole answer has been read, and its total; reading the JSON is not timed.</summary>
    public async Task<(TimeSpan Time, SearchResponse Answer)> AskAsync(string query)
    {
        var address = new Uri($"/api/search?{query}", UriKind.Relative);
        var started = Stopwatch.GetTimestamp();
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseContentRead);
        var time = Stopwatch.GetElapsedTime(started);
        response.EnsureSuccessStatusCode();
        return (time, (await response.Content.ReadFromJsonAsync<SearchResponse>())!);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task WaitUntilReadyAsync()
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            if (process.HasExited || patience.Elapsed > TimeSpan.FromMinutes(3))
            {
                throw new InvalidOperationException($"{Name} did not start.");
            }
            await Task.Delay(100);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
