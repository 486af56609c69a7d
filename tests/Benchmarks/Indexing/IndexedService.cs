using System.Diagnostics;
using System.Net.Http.Json;
using Npgsql;
using PfP.Contracts.Search.Api;
using PfP.Search.Engines;

namespace PfP.Benchmarks.Indexing;

/// <summary>The search service that the events go to: asked, killed and started again.</summary>
internal sealed class IndexedService(IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    private static readonly string Assembly = typeof(ISearchIndex).Assembly.Location;
    private readonly Uri address = ServerProcess.FreeAddress();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly NpgsqlDataSource database = NpgsqlDataSource.Create(settings["ConnectionStrings__search"]);
    private ServerProcess? process;

    public double MemoryMegabytes => process!.MemoryMegabytes;

    /// <returns>How long it took until it was ready.</returns>
    public async Task<TimeSpan> StartAsync()
    {
        var began = Stopwatch.GetTimestamp();
        process = await ServerProcess.DotnetAsync(address, Assembly, [], settings);
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>kill -9.</summary>
    public ValueTask KillAsync() => process!.DisposeAsync();

    /// <summary>How many entries a query finds.</summary>
    public async Task<int> CountAsync(string query) =>
        (await http.GetFromJsonAsync<SearchResponse>(new Uri(address, $"/api/search?{query}&pageSize=1")))!.Total;

    /// <summary>How many messages have been handled, each counted once.</summary>
    public async Task<long> HandledAsync()
    {
        await using var command = database.CreateCommand("select count(*) from inbox");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The operator's <c>reindex</c>; returns when the new index is in place.</summary>
    public async Task ReindexAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, "reindex"]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(Assembly) };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        using var command = Process.Start(start)!;
        var said = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        if (command.ExitCode != 0)
        {
            throw new InvalidOperationException($"reindex ended with {command.ExitCode}: {said}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (process?.DisposeAsync() ?? ValueTask.CompletedTask);
        await database.DisposeAsync();
        http.Dispose();
    }
}
