using System.Net.Http.Json;
using PfP.Contracts.Search.Api;
using PfP.Search.Indexing;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.Search.Tests.Hosting;

/// <summary>The service as it runs, beside a catalogue and calls that publish what a test wants.</summary>
public class SearchHost() : ServiceHost<SearchOptions>("search")
{
    private readonly TemporaryFolder folder = new();
    private FakeProducer? catalogue;
    private FakeProducer? calls;

    internal FakeProducer Catalogue => catalogue!;

    internal FakeProducer Calls => calls!;

    public string IndexPath => folder.Path;

    /// <summary>Entries that exist before the service starts.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    public override async ValueTask InitializeAsync()
    {
        Settings["Search:IndexPath"] = folder.Path;
        Settings["ConnectionStrings:search"] = await (await TestPostgres.SharedAsync).CreateDatabaseAsync();
        Settings["ConnectionStrings:messaging"] = await (await TestRabbit.SharedAsync).CreateVirtualHostAsync();
        catalogue = await FakeProducer.StartAsync("catalogue", Settings["ConnectionStrings:messaging"]!);
        calls = await FakeProducer.StartAsync("calls", Settings["ConnectionStrings:messaging"]!);
        await PrepareAsync();
        await WaitUntilReadyAsync();
    }

    public async Task<SearchResponse> SearchAsync(string query)
    {
        using var client = CreateClient();
        return (await client.GetFromJsonAsync<SearchResponse>(new Uri($"/api/search?{query}", UriKind.Relative), TestContext.Current.CancellationToken))!;
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Catalogue.DisposeAsync();
        await Calls.DisposeAsync();
        await base.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>With all real entries, for tests that only read.</summary>
public sealed class FilledSearchHost : SearchHost
{
    protected override Task PrepareAsync()
    {
        foreach (var entry in Entries.Real)
        {
            Catalogue.Current.Events[entry.EntryId] = entry;
        }
        return Task.CompletedTask;
    }
}
