using Npgsql;
using PfP.Search.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.Search.Tests.SavedSearches;

/// <summary>The service as a process of its own, killed while it tells what followed searches find.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private const int Entry = 700_000;
    private const int Searches = 30;
    private readonly TemporaryFolder folder = new();
    private FakeProducer catalogue = null!;
    private FakeProducer calls = null!;
    private string database = "";
    private string messaging = "";

    public async ValueTask InitializeAsync()
    {
        database = await (await TestPostgres.SharedAsync).CreateDatabaseAsync();
        messaging = await (await TestRabbit.SharedAsync).CreateVirtualHostAsync();
        catalogue = await FakeProducer.StartAsync("catalogue", messaging);
        calls = await FakeProducer.StartAsync("calls", messaging);
    }

    [Fact]
    public async Task KilledWhileTelling_TellsEverythingOnce_AlsoWhatCameMeanwhile()
    {
        using (var service = await SearchProcess.StartAsync(database, messaging, folder.Path))
        {
            await Eventually.TrueAsync(async () => await ScalarAsync<long>("select count(*) from archives") == 2, "the archive is in");
            await Told.KeepAsync(database);
            await Told.ExecuteAsync(database, $"""
                insert into saved_searches (id, member_id, name, query, saved_at, cursor)
                select gen_random_uuid(), gen_random_uuid(), 'Search', 'q=ferry&kind=practice', now(), 0 from generate_series(1, {Searches})
                """);
            var publishing = PublishAsync(0, 150);
            await Eventually.TrueAsync(async () => await ScalarAsync<long>("select count(*) from told") > 0, "something was told", TimeSpan.FromSeconds(60));
            await service.KillAsync();
            await publishing;
        }
        await PublishAsync(150, 10);

        using var again = await SearchProcess.StartAsync(database, messaging, folder.Path);
        await Eventually.TrueAsync(
            async () => await ScalarAsync<long>("select count(*) from arrivals") == 160 && await ScalarAsync<long>("select min(cursor) from saved_searches") == await ScalarAsync<long>("select max(sequence) from arrivals"),
            "every search has been run", TimeSpan.FromSeconds(60));
        await again.KillAsync();

        Assert.Equal(Searches * 160, await ScalarAsync<long>("select count(*) from told"));
        Assert.Equal(Searches * 160, await ScalarAsync<long>("select count(*) from (select distinct search, entry from told) as once"));
    }

    public async ValueTask DisposeAsync()
    {
        await catalogue.DisposeAsync();
        await calls.DisposeAsync();
        await (await TestPostgres.SharedAsync).DropDatabaseAsync(database);
        await (await TestRabbit.SharedAsync).DropVirtualHostAsync(messaging);
        folder.Dispose();
    }

    private Task PublishAsync(int from, int count) =>
        Task.WhenAll(Enumerable.Range(Entry + from, count).Select(number => catalogue.PublishAsync(Entries.Id(number), Entries.New(number, $"Ferry {number}"))));

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
