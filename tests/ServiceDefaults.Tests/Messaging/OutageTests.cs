using System.Net;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PfP.ServiceDefaults.Tests.Samples;
using PfP.Testing;
using PfP.Testing.Servers;

namespace PfP.ServiceDefaults.Tests.Messaging;

/// <summary>With servers of their own, because they are killed here, and alone, because a broker's start takes both cores.</summary>
[Collection(nameof(OutageTests))]
[CollectionDefinition(nameof(OutageTests), DisableParallelization = true)]
public sealed class OutageTests
{
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Broker_WhenItIsKilled_CostsNoEvent()
    {
        await using var rabbit = await TestRabbit.StartAsync(durable: true);
        var postgres = await TestPostgres.SharedAsync;
        var backing = new Backing(await postgres.CreateDatabaseAsync(), rabbit.Address.ToString());
        await using var service = await NoteService.StartAsync(backing);
        await service.WriteAsync(20);
        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length == 20, "the events before");

        await rabbit.KillAsync();
        await service.WriteAsync(100);
        await Eventually.TrueAsync(async () => await ReadyAsync(service) == HttpStatusCode.ServiceUnavailable, "not ready", Recovery);
        await service.WriteAsync(100);
        await rabbit.StartAgainAsync();

        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length == 220, "every event", Recovery);
        await Eventually.TrueAsync(async () => await ReadyAsync(service) == HttpStatusCode.OK, "ready again", Recovery);
        Assert.Equal(220, (await service.ReceivedAsync()).Select(note => note.NoteId).Distinct().Count());
    }

    [Fact]
    public async Task Endpoint_WhenItDoesNotComeBackByItself_IsStartedAnew()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);
        await service.WriteAsync();
        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length == 1, "the event before");

        service.RestartBusAfter(TimeSpan.FromSeconds(1));
        var endpoint = service.Services.GetRequiredService<IBusControl>().CheckHealth().Endpoints
            .Single(candidate => candidate.Key.EndsWith(NoteService.Queue, StringComparison.Ordinal)).Value.ReceiveEndpoint;
        await endpoint.Stop(TestContext.Current.CancellationToken);
        await service.WriteAsync();

        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length == 2, "the event after", Recovery);
    }

    [Fact]
    public async Task Start_WhenDatabaseComesLater_WaitsAndIsNotReady()
    {
        var postgres = await TestPostgres.SharedAsync;
        var messaging = await (await TestRabbit.SharedAsync).CreateVirtualHostAsync();
        var later = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = $"later{Guid.NewGuid():N}" };
        await using var service = await NoteService.StartAsync(new(later.ConnectionString, messaging));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(service));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, "/health/live"));

        await using (var connection = new NpgsqlConnection(postgres.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var create = new NpgsqlCommand($"create database {later.Database}", connection);
            await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await Eventually.TrueAsync(async () => await ReadyAsync(service) == HttpStatusCode.OK, "ready", Recovery);
        await service.WriteAsync();
        await Eventually.TrueAsync(async () => (await service.ReceivedAsync()).Length == 1, "an effect");
    }

    [Fact]
    public async Task Database_WhenItsConnectionsAreCut_CostsNoEventAndNoDeadLetter()
    {
        await using var backing = await Backing.NewAsync();
        await using var service = await NoteService.StartAsync(backing);
        await service.MigratedAsync();
        var name = new NpgsqlConnectionStringBuilder(backing.Database).Database;
        await using var administrator = new NpgsqlConnection((await TestPostgres.SharedAsync).ConnectionString);
        await administrator.OpenAsync(TestContext.Current.CancellationToken);

        await service.WriteAsync(300);
        for (var cut = 0; cut < 5; cut++)
        {
            await using var terminate = new NpgsqlCommand($"select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '{name}'", administrator);
            await terminate.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await Eventually.TrueAsync(async () => await CountAsync(service) == 300, "every effect", Recovery);
        Assert.Equal(0, await service.ScalarAsync<long>("select count(*) from dead_letters"));
    }

    private static async Task<long> CountAsync(NoteService service)
    {
        try
        {
            return await service.ScalarAsync<long>("select count(*) from received_note");
        }
        catch (NpgsqlException)
        {
            return 0;
        }
    }

    private static Task<HttpStatusCode> ReadyAsync(NoteService service) => StatusAsync(service, "/health/ready");

    private static async Task<HttpStatusCode> StatusAsync(NoteService service, string path)
    {
        using var response = await service.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
