using System.Diagnostics;
using System.Text.Json;

namespace PfP.Benchmarks.Search;

/// <summary>Our search API, on one engine or another, or the peer that answers as it does.</summary>
internal sealed class ApiContender : Contender
{
    private readonly ServerProcess server;

    private ApiContender(string name, ServerProcess server, TimeSpan startUp)
        : base(name, server.Address) => (this.server, StartUp) = (server, startUp);

    /// <summary>Until it said that it was ready.</summary>
    public TimeSpan StartUp { get; }

    public double MemoryMegabytes => server.MemoryMegabytes;

    public static async Task<ApiContender> StartAsync(string name, string assembly, string[] arguments, IReadOnlyDictionary<string, string> settings)
    {
        var started = Stopwatch.GetTimestamp();
        var server = await ServerProcess.DotnetAsync(ServerProcess.FreeAddress(), assembly, arguments, settings);
        return new(name, server, Stopwatch.GetElapsedTime(started));
    }

    protected override HttpRequestMessage Request(BenchmarkQuery query) => new(HttpMethod.Get, $"/api/search?{query.QueryString}");

    protected override int TotalOf(JsonElement answer) => answer.GetProperty("total").GetInt32();

    protected override ValueTask StopAsync() => server.DisposeAsync();
}
