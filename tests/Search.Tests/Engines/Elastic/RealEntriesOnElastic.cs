using PfP.Search.Engines;
using PfP.Testing.Servers;

namespace PfP.Search.Tests.Engines.Elastic;

/// <summary>The real entries on a server, for tests that only read.</summary>
public abstract class RealEntriesOnElastic(string server) : IAsyncDisposable
{
    private readonly ElasticIndices indices = new(server);
    private ISearchIndex? index;

    /// <summary>Skips the test where there is no such server.</summary>
    public async Task<ISearchIndex> IndexAsync()
    {
        if (index is null)
        {
            var fresh = await indices.CreateAsync();
            await fresh.ApplyAsync([.. Entries.Real.Select(Entries.Published)]);
            index = fresh;
        }
        return index;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (index is not null)
        {
            await index.DisposeAsync();
        }
        await indices.DisposeAsync();
    }
}

public sealed class RealEntriesOnElasticsearch() : RealEntriesOnElastic(TestSearchServer.Elasticsearch);

public sealed class RealEntriesOnOpenSearch() : RealEntriesOnElastic(TestSearchServer.OpenSearch);
