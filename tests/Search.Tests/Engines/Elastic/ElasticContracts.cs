using PfP.Search.Engines;
using PfP.Testing.Servers;

namespace PfP.Search.Tests.Engines.Elastic;

/// <summary>The contracts of every engine, on real servers: the oldest and the newest of the family.</summary>
public abstract class ElasticIndexTests(string server) : IndexContract
{
    private readonly ElasticIndices indices = new(server);

    protected override Task<ISearchIndex> CreateAsync() => indices.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await indices.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public abstract class ElasticCallTests(string server) : CallContract
{
    private readonly ElasticIndices indices = new(server);

    protected override Task<ISearchIndex> CreateAsync() => indices.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await indices.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>They only read, so one index does for all of them.</summary>
public abstract class ElasticRealEntriesTests(RealEntriesOnElastic indices) : RealEntriesContract
{
    protected override Task<ISearchIndex> CreateAsync() => indices.IndexAsync();

    protected override ValueTask GiveBackAsync() => ValueTask.CompletedTask;
}

public sealed class ElasticsearchIndexTests() : ElasticIndexTests(TestSearchServer.Elasticsearch);

public sealed class OpenSearchIndexTests() : ElasticIndexTests(TestSearchServer.OpenSearch);

public sealed class ElasticsearchCallTests() : ElasticCallTests(TestSearchServer.Elasticsearch);

public sealed class OpenSearchCallTests() : ElasticCallTests(TestSearchServer.OpenSearch);

public sealed class ElasticsearchRealEntriesTests(RealEntriesOnElasticsearch indices) : ElasticRealEntriesTests(indices), IClassFixture<RealEntriesOnElasticsearch>;

public sealed class OpenSearchRealEntriesTests(RealEntriesOnOpenSearch indices) : ElasticRealEntriesTests(indices), IClassFixture<RealEntriesOnOpenSearch>;
