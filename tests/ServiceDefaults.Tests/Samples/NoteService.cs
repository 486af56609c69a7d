using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PfP.ServiceDefaults.Messaging;

namespace PfP.ServiceDefaults.Tests.Samples;

/// <summary>A small service that writes notes, tells of them, and listens to itself.</summary>
internal sealed class NoteService : IAsyncDisposable
{
    public const string Queue = "notes-note-written";
    private readonly WebApplication app;

    private NoteService(WebApplication app) => this.app = app;

    public Probe Probe => app.Services.GetRequiredService<Probe>();

    public IServiceProvider Services => app.Services;

    public HttpClient Client => app.GetTestClient();

    /// <param name="dispatch">False leaves the outbox alone, as if the dispatcher had died.</param>
    /// <param name="consume">False leaves the queue to others.</param>
    public static async Task<NoteService> StartAsync(
        Backing backing, bool dispatch = true, bool consume = true, Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Configuration["ConnectionStrings:notes"] = backing.Database;
        builder.Configuration["ConnectionStrings:messaging"] = backing.Messaging;
        builder.WebHost.UseTestServer();
        // Some tests stop a service that waits for what no longer answers.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(3));
        builder.Services.AddSingleton<Probe>();
        builder.AddServiceDefaults();
        builder.AddDatabase<NoteDbContext>("notes");
        builder.AddMessaging<NoteDbContext>("notes", messaging =>
        {
            messaging.Declare<NoteWritten>(Queue).Declare<NoteLost>();
            if (consume)
            {
                messaging.Consume<NoteWritten, RecordNote>().ReplayFrom<NoteReplay>().Observe<NoteWritten, ObserveNote>();
            }
        });
        if (!dispatch)
        {
            builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(OutboxDispatcher)));
        }

        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapServiceDefaults();
        map?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    /// <summary>How long after the broker the bus may take to come back, before the watchdog starts it anew.</summary>
    public void RestartBusAfter(TimeSpan patience) => Services.GetServices<IHostedService>().OfType<BusWatchdog>().Single().Patience = patience;

    public Task MigratedAsync() => Services.GetRequiredService<DatabaseState>().WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Writes notes with their events in one transaction each.</summary>
    public async Task<Guid[]> WriteAsync(int count = 1)
    {
        await MigratedAsync();
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NoteDbContext>();
        var ids = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToArray();
        foreach (var id in ids)
        {
            db.Notes.Add(new(id, "Remittances"));
            db.Publish(new NoteWritten(id, 1, "Remittances"));
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return ids;
    }

    public async Task<ReceivedNote[]> ReceivedAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NoteDbContext>().ReceivedNotes.AsNoTracking().ToArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The first value of the answer, or the type's default where there is none.</summary>
    public async Task<T?> ScalarAsync<T>(string sql) => await TestSql.ScalarAsync(Services, sql) is T value ? value : default;

    public Task ExecuteAsync(string sql) => TestSql.ScalarAsync(Services, sql);

    /// <summary>Stops as a process does that is told to.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
