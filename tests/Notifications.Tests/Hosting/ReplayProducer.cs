using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PfP.ServiceDefaults;
using PfP.Testing.Servers;

namespace PfP.Notifications.Tests.Hosting;

/// <summary>A service that answers replays with what it published before.</summary>
internal sealed class ReplayProducer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string database;

    private ReplayProducer(WebApplication app, string database) => (this.app, this.database) = (app, database);

    public static async Task<ReplayProducer> StartAsync(string service, string messaging, params object[] published)
    {
        var database = await (await TestPostgres.SharedAsync).CreateDatabaseAsync();
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [$"ConnectionStrings:{service}"] = database, ["ConnectionStrings:messaging"] = messaging });
        builder.AddServiceDefaults();
        builder.AddDatabase<NoTables>(service);
        builder.Services.AddSingleton(new Past(published));
        builder.AddMessaging<NoTables>(service, events => events.ReplayFrom<PastReplay>());
        var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, database);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await (await TestPostgres.SharedAsync).DropDatabaseAsync(database);
    }

    private sealed record Past(object[] Events);

    private sealed class NoTables(DbContextOptions<NoTables> options) : ServiceDbContext(options);

    private sealed class PastReplay(Past past) : IReplaySource
    {
        public IAsyncEnumerable<object> EventsAsync(CancellationToken cancellationToken) => past.Events.ToAsyncEnumerable();
    }
}
