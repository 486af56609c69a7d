using PfP.Search.Tests.Engines.Elastic;
using PfP.Search.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.Search.Tests.SynonymGroups;

/// <summary>On the embedded engine.</summary>
public sealed class SynonymEffectTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Fact]
    public Task Search_FindsByAGroup_AsLongAsThereIsOne() => SynonymEffect.ShowAsync(host);

    [Fact]
    public async Task Change_OfAnotherReplica_HoldsHereToo()
    {
        var entry = Entries.New(81, "Weighbridge");
        await host.Catalogue.PublishAsync(entry.EntryId, entry);
        await Eventually.SucceedsAsync(async () => Assert.Equal(1, (await host.SearchAsync("q=weighbridge")).Total));

        await host.ScalarAsync<object>("insert into synonym_groups (id, version, expressions, is_one_way, created_by) values (gen_random_uuid(), 1, '{truckscale,weighbridge}', false, gen_random_uuid())");
        await Eventually.SucceedsAsync(async () => Assert.Equal(1, (await host.SearchAsync("q=truckscale")).Total));

        await host.ScalarAsync<object>("update synonym_groups set expressions = '{truckscale,scale}'");
        await Eventually.SucceedsAsync(async () => Assert.Equal(0, (await host.SearchAsync("q=truckscale")).Total));
    }
}

/// <summary>On an Elasticsearch.</summary>
public sealed class ElasticSynonymEffectTests : IAsyncLifetime
{
    private readonly ElasticIndices indices = new(TestSearchServer.Elasticsearch);
    private ElasticHost host = null!;

    public async ValueTask InitializeAsync()
    {
        await indices.ConnectAsync();
        host = new(indices);
        await host.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
        await indices.DisposeAsync();
    }

    [Fact]
    public Task Search_FindsByAGroup_AsLongAsThereIsOne() => SynonymEffect.ShowAsync(host);
}
