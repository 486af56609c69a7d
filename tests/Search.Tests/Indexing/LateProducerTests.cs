using System.Net.Http.Json;
using PfP.Contracts.Search.Api;
using PfP.Search.Indexing;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.Search.Tests.Indexing;

/// <summary>A new index whose calls cannot be asked for: readers get the catalogue, and the calls once their service is there.</summary>
public sealed class LateProducerTests() : ServiceHost<SearchOptions>("search")
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Index_WhileCallsAreAway_AnswersFromTheCatalogueAndIsCompletedLater()
    {
        Settings["Search:IndexPath"] = folder.Path;
        Settings["ConnectionStrings:search"] = await (await TestPostgres.SharedAsync).CreateDatabaseAsync();
        Settings["ConnectionStrings:messaging"] = await (await TestRabbit.SharedAsync).CreateVirtualHostAsync();
        await using var catalogue = await FakeProducer.StartAsync("catalogue", MessagingAddress);
        catalogue.Current.Events[Entries.Id(1)] = Entries.New(1, "Read meanwhile");

        await WaitUntilReadyAsync();
        Assert.Equal(1, await TotalAsync("kind=practice"));

        // Lost while the calls are still waited for: it is noticed and built anew.
        Directory.Delete(folder.Path, recursive: true);
        await Eventually.TrueAsync(() => File.Exists(Path.Combine(folder.Path, "current")), "the index is built anew", TimeSpan.FromSeconds(30));
        Assert.Equal(0, await TotalAsync("kind=call"));

        await using var calls = await FakeProducer.StartAsync("calls", MessagingAddress, current => current.Events[Entries.Id(2)] = Calls.New(2, "Came later"));
        await Eventually.TrueAsync(async () => await TotalAsync("kind=call") == 1, "the call is found");
    }

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        folder.Dispose();
    }

    private async Task<int> TotalAsync(string query)
    {
        using var client = CreateClient();
        return (await client.GetFromJsonAsync<SearchResponse>(new Uri($"/api/search?{query}", UriKind.Relative), TestContext.Current.CancellationToken))!.Total;
    }
}
