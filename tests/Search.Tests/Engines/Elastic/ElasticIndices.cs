using Microsoft.Extensions.Logging.Abstractions;
using PfP.Search.Engines;
using PfP.Search.Engines.Elastic;
using PfP.Testing.Servers;

namespace PfP.Search.Tests.Engines.Elastic;

/// <summary>Indices on a real server for one test, under names of their own; they go with it.</summary>
internal sealed class ElasticIndices(string server) : IAsyncDisposable
{
    private readonly List<ElasticEngine> engines = [];
    private Uri address = null!;

    public string Prefix { get; } = $"t{Guid.NewGuid():N}";

    /// <summary>With more patience than readers have: a server that has just started on a busy machine is slow.</summary>
    private string ConnectionString => $"Endpoints={address};Prefix={Prefix};Timeout=30000";

    /// <summary>Skips the test where there is no such server.</summary>
    public async Task ConnectAsync()
    {
        var missing = TestSearchServer.MissingBecause(server);
        Assert.SkipWhen(missing is not null, missing ?? "");
        address = (await TestSearchServer.SharedAsync(server)).Address;
    }

    /// <summary>An engine as a process has it.</summary>
    public ElasticEngine NewEngine()
    {
        var engine = new ElasticEngine(ElasticSettings.Parse(ConnectionString), NullLogger<ElasticEngine>.Instance);
        engines.Add(engine);
        return engine;
    }

    public async Task<ISearchIndex> CreateAsync()
    {
        await ConnectAsync();
        return await NewEngine().CreateAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        engines.ForEach(engine => engine.Dispose());
        if (address is not null)
        {
            await DeleteAllAsync();
        }
    }

    public async Task DeleteAllAsync()
    {
        using var client = new HttpClient { BaseAddress = address };
        using var deleted = await client.DeleteAsync(new Uri($"{Prefix}-index-*", UriKind.Relative));
    }
}
