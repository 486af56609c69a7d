using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PfP.ServiceDefaults;
using PfP.Testing.Servers;
using Xunit;

namespace PfP.Testing;

/// <summary>The side of the broker of the catalogue or of calls: publishes events and answers replays with those it published last for each aggregate.</summary>
public sealed class FakeProducer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string database;

    private FakeProducer(WebApplication app, string database) => (this.app, this.database) = (app, database);

    public CurrentEvents Current => app.Services.GetRequiredService<CurrentEvents>();

    /// <param name="prepare">Enters what exists before it starts.</param>
    public static async Task<FakeProducer> StartAsync(string service, string messaging, Action<CurrentEvents>? prepare = null)
    {
        var database = await (await TestPostgres.SharedAsync).CreateDatabaseAsync();
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [$"ConnectionStrings:{service}"] = database, ["ConnectionStrings:messaging"] = messaging, ["Logging:LogLevel:Default"] = "Warning" });
        builder.AddServiceDefaults();
        builder.AddDatabase<FakeContext>(service);
        builder.Services.AddSingleton<CurrentEvents>();
        builder.AddMessaging<FakeContext>(service, events => events.ReplayFrom<FakeReplay>());
        var app = builder.Build();
        prepare?.Invoke(app.Services.GetRequiredService<CurrentEvents>());
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<DatabaseState>().WaitAsync(TestContext.Current.CancellationToken);
        return new FakeProducer(app, database);
    }

    /// <summary>Publishes an event and keeps it for replays.</summary>
    public async Task PublishAsync(Guid entry, object message, Guid? messageId = null)
    {
        Current.Events[entry] = message;
        await app.Services.GetRequiredService<EventPublisher>().PublishAsync(message, messageId ?? Guid.CreateVersion7(), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await (await TestPostgres.SharedAsync).DropDatabaseAsync(database);
    }

    /// <summary>What a replay tells.</summary>
    public sealed class CurrentEvents
    {
        public ConcurrentDictionary<Guid, object> Events { get; } = new();

        /// <summary>A replay waits for it before its last event.</summary>
        public Task MayFinish { get; set; } = Task.CompletedTask;

        /// <summary>A replay waits now, and has sent what was published before.</summary>
        public bool IsWaiting { get; set; }
    }

    private sealed class FakeContext(DbContextOptions<FakeContext> options) : ServiceDbContext(options);

    private sealed class FakeReplay(CurrentEvents current) : IReplaySource
    {
        public async IAsyncEnumerable<object> EventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var message in current.Events.Values)
            {
                yield return message;
            }

            current.IsWaiting = !current.MayFinish.IsCompleted;
            await current.MayFinish.WaitAsync(cancellationToken);
        }
    }
}
