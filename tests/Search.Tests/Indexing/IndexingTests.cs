using Npgsql;
using PfP.Contracts.Catalogue;
using PfP.Search.Tests.Hosting;
using PfP.Testing;

namespace PfP.Search.Tests.Indexing;

/// <summary>From the broker to the answer, and back to a whole index after it was lost.</summary>
public sealed class IndexingTests(SearchHost host) : IClassFixture<SearchHost>
{
    private static int next;

    private readonly string word = $"unseen{Interlocked.Increment(ref next)}word";

    [Fact]
    public async Task Published_Entry_IsFoundAndItsUpdateReplacesIt()
    {
        var entry = Entries.New(100, $"First {word}");
        await PublishAsync(entry);
        await FindsAsync($"q={word}", 1);

        await PublishAsync(Entries.New(100, $"Second {word}", version: 2));
        await Eventually.TrueAsync(async () => (await host.SearchAsync($"q={word}")).Hits.SingleOrDefault()?.Title == $"Second {word}", "the update is found");
    }

    [Fact]
    public async Task Published_Call_IsFoundAmongTheEntriesAndSurvivesARebuild()
    {
        var call = Calls.New(110, $"Call {word}");
        await host.Calls.PublishAsync(call.CallId, call);
        await FindsAsync($"q={word}&kind=call&callStatus=open&callType=partners", 1);

        await LoseIndexAsync();

        await FindsAsync($"q={word}&kind=call", 1);
    }

    [Fact]
    public async Task Published_Recommendation_IsFoundByItsText_AsAKindOfItsOwn_WithItsSummitAndObjective()
    {
        var recommendation = Entries.New(120, "A recommendation", summary: $"Governments should {word}") with
        {
            Kind = EntryKinds.Recommendation,
            Url = "/recommendations/entry-120",
            Summits = [new(12, 2020, "Abu Dhabi")],
            GcmObjectives = [new("22", false)],
        };
        await host.Catalogue.PublishAsync(recommendation.EntryId, recommendation);

        await FindsAsync($"q={word}&kind=recommendation&summit=12&gcm=22&lang=fr", 1);
        var answer = await host.SearchAsync($"q={word}&lang=fr");
        Assert.Equal(("recommendation", "/recommendations/entry-120"), (answer.Hits.Single().Kind, answer.Hits.Single().Url));
        Assert.Equal(("Recommandations", 1), (answer.Facets["kind"].Single().Label, answer.Facets["kind"].Single().Count));
    }

    [Fact]
    public async Task Published_AfterTheWithdrawalOfAHigherVersion_StaysOut()
    {
        await host.Catalogue.PublishAsync(Entries.Id(200), new EntryWithdrawn(Entries.Id(200), 2, "practice", "entry-200", DateTimeOffset.UnixEpoch, "A test."));
        await host.Catalogue.PublishAsync(Entries.Id(201), Entries.New(201, $"Marker {word}"));
        await FindsAsync($"q={word}", 1);
        await host.Catalogue.PublishAsync(Entries.Id(200), Entries.New(200, $"Late {word}", version: 1));
        await host.Catalogue.PublishAsync(Entries.Id(202), Entries.New(202, $"Second marker {word}"));

        await FindsAsync($"q={word}", 2);
        Assert.DoesNotContain((await host.SearchAsync($"q={word}")).Hits, hit => hit.Title.StartsWith("Late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Published_Twice_IsOneEntryAndOneInboxRow()
    {
        var message = Guid.CreateVersion7();
        var entry = Entries.New(300, $"Twice {word}");
        await host.Catalogue.PublishAsync(entry.EntryId, entry, message);
        await host.Catalogue.PublishAsync(entry.EntryId, entry, message);

        await FindsAsync($"q={word}", 1);
        await using var connection = new NpgsqlConnection(host.DatabaseConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = new NpgsqlCommand("select count(*) from inbox where message_id = $1", connection) { Parameters = { new() { Value = message } } };
        await Eventually.TrueAsync(async () => await count.ExecuteScalarAsync(TestContext.Current.CancellationToken) is 1L, "the message is in the inbox once");
    }

    [Fact]
    public async Task Folder_Deleted_IsNoticedAndBuiltAnew()
    {
        await PublishAsync(Entries.New(400, $"Survivor {word}"));
        await FindsAsync($"q={word}", 1);

        await LoseIndexAsync();

        await FindsAsync($"q={word}", 1);
    }

    [Fact]
    public async Task Reindex_WhileEventsComeAndReadersRead_LosesNeither()
    {
        await PublishAsync(Entries.New(500, $"Before {word}"));
        await FindsAsync($"q={word}", 1);
        var mayFinish = new TaskCompletionSource();
        host.Catalogue.Current.MayFinish = mayFinish.Task;
        var file = File.ReadAllText(Path.Combine(host.IndexPath, "current"));
        await RequestRebuildAsync();
        await Eventually.TrueAsync(() => Directory.GetFiles(host.IndexPath, "index-*.db").Length == 2, "a second index is being built", TimeSpan.FromSeconds(30));
        await Eventually.TrueAsync(() => host.Catalogue.Current.IsWaiting, "what was before is sent");

        await PublishAsync(Entries.New(501, $"During {word}"));
        await FindsAsync($"q={word}", 2);
        mayFinish.SetResult();

        await Eventually.TrueAsync(() => File.ReadAllText(Path.Combine(host.IndexPath, "current")) != file, "the new index is in place", TimeSpan.FromSeconds(30));
        Assert.Equal(2, (await host.SearchAsync($"q={word}")).Total);
    }

    /// <summary>Deletes the folder and waits for a new index in its place.</summary>
    private async Task LoseIndexAsync()
    {
        Directory.Delete(host.IndexPath, recursive: true);
        await Eventually.TrueAsync(() => File.Exists(Path.Combine(host.IndexPath, "current")), "a new index is in place", TimeSpan.FromSeconds(30));
    }

    private Task PublishAsync(EntryPublished entry) => host.Catalogue.PublishAsync(entry.EntryId, entry);

    private Task FindsAsync(string query, int total) =>
        Eventually.TrueAsync(async () => (await host.SearchAsync(query)).Total == total, $"{query} finds {total}");

    private async Task RequestRebuildAsync()
    {
        await using var connection = new NpgsqlConnection(host.DatabaseConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var request = new NpgsqlCommand("insert into rebuild (id, requested_at) values ($1, $2)", connection)
        {
            Parameters = { new() { Value = Guid.CreateVersion7() }, new() { Value = DateTimeOffset.UtcNow } },
        };
        await request.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
