using System.Net.Http.Json;
using Npgsql;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Search.Api;
using PfP.Testing;

namespace PfP.Search.Tests.Hosting;

/// <summary>A service that is past its first import, for tests about what comes after it.</summary>
public sealed class FollowHost : SearchHost
{
    private int fences = 900_000;

    public EntryPublished Archived { get; } = Entries.New(899_999, "Archived lighthouse");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Eventually.TrueAsync(async () => await ScalarAsync<long>("select count(*) from archives") == 2, "the archive is in");
        await Told.KeepAsync(DatabaseConnectionString);
    }

    internal async Task<SavedSearchResponse> SaveAsync(string query, Guid? member = null)
    {
        using var answer = await AskAsync(member ?? Guid.CreateVersion7(), HttpMethod.Post, "/api/search/saved", new SavedSearchRequest("A search", query));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<SavedSearchResponse>(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Publishes an event and waits until it has been handled.</summary>
    internal async Task PublishAsync(Guid aggregate, object message, FakeProducer? by = null)
    {
        var id = Guid.CreateVersion7();
        await (by ?? Catalogue).PublishAsync(aggregate, message, id);
        await Eventually.TrueAsync(async () => await ScalarAsync<bool>($"select exists (select from inbox where message_id = '{id}')"), "the event is handled");
    }

    internal Task PublishAsync(EntryPublished entry) => PublishAsync(entry.EntryId, entry);

    internal Task<IReadOnlyList<Guid>> ToldAsync(SavedSearchResponse search) => Told.OfAsync(DatabaseConnectionString, search.Id);

    /// <summary>Waits until the search has been run over everything that has arrived.</summary>
    internal async Task IsRunAsync(SavedSearchResponse search)
    {
        var fence = Entries.New(Interlocked.Increment(ref fences), "Nobody looks for it");
        await PublishAsync(fence);
        await Eventually.TrueAsync(
            async () => await ScalarAsync<bool>($"select cursor >= (select sequence from arrivals where id = '{fence.EntryId}') from saved_searches where id = '{search.Id}'"),
            "the search has been run");
    }

    /// <summary>Waits until an entry has arrived.</summary>
    internal Task HasArrivedAsync(Guid entry) =>
        Eventually.TrueAsync(async () => await ScalarAsync<bool>($"select exists (select from arrivals where id = '{entry}')"), "it has arrived");

    /// <summary>Holds a search as another replica would; nobody else tells of it until the transaction is disposed of.</summary>
    internal async Task<NpgsqlConnection> HoldAsync(SavedSearchResponse search)
    {
        var connection = new NpgsqlConnection(DatabaseConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand($"begin; select * from saved_searches where id = '{search.Id}' for update", connection);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    protected override Task PrepareAsync()
    {
        Catalogue.Current.Events[Archived.EntryId] = Archived;
        return Task.CompletedTask;
    }
}
