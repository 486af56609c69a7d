using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using PfP.Contracts.Catalogue;
using PfP.Search.Tests.Engines.Elastic;
using PfP.Search.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.Search.Tests.Indexing;

/// <summary>The whole service on an Elasticsearch that goes away, and comes back empty.</summary>
public sealed class ElasticServiceTests : IAsyncLifetime
{
    private readonly ElasticIndices indices = new(TestSearchServer.Elasticsearch);
    private ElasticHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Server_WhileItIsAway_IsSaidToReadersAndIndexingCatchesUpAfterwards(bool hangs)
    {
        await PublishAsync(Entries.New(1, "Lighthouse"));
        await FindsAsync(1);

        host.Elastic.Fault = hangs ? host.Elastic.HangAsync : context => FaultyServer.AnswerAsync(context, 503, "{}");
        await PublishAsync(Entries.New(2, "Lighthouse keepers"));

        using (var client = host.CreateClient())
        {
            using var answer = await client.GetAsync(new Uri("/api/search?q=lighthouse", UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.Null(answer.Headers.ETag);
            Assert.Contains("does not answer", (await answer.Content.ReadFromJsonAsync<ProblemDetails>(Cancellation))!.Detail, StringComparison.Ordinal);
            await Eventually.TrueAsync(async () => (await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Cancellation)).Contains("Elasticsearch does not answer", StringComparison.Ordinal), "health says so");
        }

        host.Elastic.Fault = _ => Task.FromResult(false);
        await FindsAsync(2);
    }

    [Fact]
    public async Task Index_DeletedOnTheServer_IsNoticedAndBuiltAnew()
    {
        await PublishAsync(Entries.New(1, "Lighthouse"));
        await FindsAsync(1);

        await indices.DeleteAllAsync();
        await PublishAsync(Entries.New(2, "Lighthouse keepers"));

        await FindsAsync(2);
    }

    private Task PublishAsync(EntryPublished entry) => host.Catalogue.PublishAsync(entry.EntryId, entry);

    private Task FindsAsync(int total) => Eventually.SucceedsAsync(async () => Assert.Equal(total, (await host.SearchAsync("q=lighthouse")).Total), TimeSpan.FromMinutes(1));
}
