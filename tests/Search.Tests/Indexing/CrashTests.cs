using Microsoft.Extensions.Options;
using Npgsql;
using PfP.Search.Engines.Embedded;
using PfP.Search.Indexing;
using PfP.Search.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.Search.Tests.Indexing;

/// <summary>The service as a process of its own, killed in the middle of its work.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private const int Events = 600;
    private readonly TemporaryFolder folder = new();
    private FakeProducer catalogue = null!;
    private FakeProducer calls = null!;
    private string database = "";
    private string messaging = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await (await TestPostgres.SharedAsync).CreateDatabaseAsync();
        messaging = await (await TestRabbit.SharedAsync).CreateVirtualHostAsync();
        catalogue = await FakeProducer.StartAsync("catalogue", messaging);
        calls = await FakeProducer.StartAsync("calls", messaging);
    }

    [Fact]
    public async Task KilledWhileIndexing_HasEveryEntryWhoseEventItTookOffTheQueue()
    {
        using var service = await SearchProcess.StartAsync(database, messaging, folder.Path);
        var entries = Enumerable.Range(1, Events).ToDictionary(_ => Guid.CreateVersion7(), number => Entries.New(number, $"Entry {number}"));
        var publishing = Task.WhenAll(entries.Select(entry => catalogue.PublishAsync(entry.Value.EntryId, entry.Value, entry.Key)));

        await Eventually.TrueAsync(async () => (await HandledAsync()).Count > Events / 10, "some events were handled", TimeSpan.FromSeconds(60));
        await service.KillAsync();
        await publishing;

        var handled = await HandledAsync();
        Assert.InRange(handled.Count, 1, Events - 1);
        await using (var index = EmbeddedIndex.TryOpen(Folder(folder.Path).Current()!, TimeProvider.System)!)
        {
            var found = (await index.AllAsync("q=entry")).Select(hit => hit.Id).ToHashSet();
            Assert.Empty(handled.Select(message => entries[message].EntryId).Except(found));
        }

        using var again = await SearchProcess.StartAsync(database, messaging, folder.Path);
        await Eventually.TrueAsync(async () => (await HandledAsync()).Count == Events, "the rest was handled after the restart", TimeSpan.FromSeconds(60));
        await again.KillAsync();
        await using var whole = EmbeddedIndex.TryOpen(Folder(folder.Path).Current()!, TimeProvider.System)!;
        Assert.Equal(Events, (await whole.SearchAsync("q=entry")).Total);
    }

    public async ValueTask DisposeAsync()
    {
        await catalogue.DisposeAsync();
        await calls.DisposeAsync();
        await (await TestPostgres.SharedAsync).DropDatabaseAsync(database);
        await (await TestRabbit.SharedAsync).DropVirtualHostAsync(messaging);
        folder.Dispose();
    }

    private async Task<HashSet<Guid>> HandledAsync()
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("select message_id from inbox", connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var handled = new HashSet<Guid>();
        while (await reader.ReadAsync(Cancellation))
        {
            handled.Add(reader.GetGuid(0));
        }
        return handled;
    }

    private static IndexFolder Folder(string path) => new(Options.Create(new SearchOptions { IndexPath = path }));
}
