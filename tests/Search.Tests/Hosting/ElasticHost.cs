using PfP.Search.Tests.Engines.Elastic;
using PfP.Testing.Servers;

namespace PfP.Search.Tests.Hosting;

/// <summary>The service with its index on a server that can be made to fail.</summary>
internal sealed class ElasticHost(ElasticIndices indices) : SearchHost
{
    public FaultyServer Elastic { get; private set; } = null!;

    public override async ValueTask DisposeAsync()
    {
        Elastic.Fault = _ => Task.FromResult(false);
        await base.DisposeAsync();
        await Elastic.DisposeAsync();
    }

    protected override async Task PrepareAsync()
    {
        Elastic = await FaultyServer.StartAsync((await TestSearchServer.SharedAsync(TestSearchServer.Elasticsearch)).Address);
        Settings["ConnectionStrings:elasticsearch"] = $"Endpoints={Elastic.Address};Prefix={indices.Prefix}";
    }
}
