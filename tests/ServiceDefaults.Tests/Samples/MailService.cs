using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PfP.ServiceDefaults.Mail;
using PfP.Testing;
using PfP.Testing.Mail;
using PfP.Testing.Servers;

namespace PfP.ServiceDefaults.Tests.Samples;

/// <summary>A service with a database that sends mail to a sink.</summary>
internal sealed class MailService(WebApplication app, string database, SmtpSink sink, LogKeeper log) : IAsyncDisposable
{
    public SmtpSink Sink => sink;

    public IServiceProvider Services => app.Services;

    public IEnumerable<string> Log => log.Lines;

    public MailProbe Probe => Services.GetRequiredService<MailProbe>();

    public DeliveryStore Store => Services.GetRequiredService<DeliveryStore>();

    /// <param name="send">False leaves the deliveries alone, as if the sender had died.</param>
    public static async Task<MailService> StartAsync(bool send = true, string? server = null, params (string Key, string Value)[] settings)
    {
        var (database, sink, log) = (await (await TestPostgres.SharedAsync).CreateDatabaseAsync(), new SmtpSink(), new LogKeeper());
        return new(await StartAsync(database, server ?? sink.ConnectionString, send, log, settings), database, sink, log);
    }

    /// <summary>A second replica on the same database.</summary>
    public Task<WebApplication> ReplicaAsync(params (string Key, string Value)[] settings) => StartAsync(database, sink.ConnectionString, send: true, log, settings);

    public Task PlanAsync(params Guid[] subjects) => PlanAsync<NoteAdded>(subjects);

    public async Task PlanAsync<TOccasion>(params Guid[] subjects)
        where TOccasion : IMailOccasion
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NoteDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        foreach (var subject in subjects)
        {
            await db.PlanMailAsync<TOccasion>(Guid.Empty, subject, cancellationToken: TestContext.Current.CancellationToken);
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends back-off and lease of everything that waits.</summary>
    public Task HurryAsync() => ExecuteAsync("update deliveries set next_attempt_at = now() where state = 'waiting'; notify deliveries");

    public Task ExecuteAsync(string sql) => TestSql.ScalarAsync(Services, sql);

    /// <summary>The first value of the answer, or the type's default where there is none.</summary>
    public async Task<T?> ScalarAsync<T>(string sql) => await TestSql.ScalarAsync(Services, sql) is T value ? value : default;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await sink.DisposeAsync();
        await (await TestPostgres.SharedAsync).DropDatabaseAsync(database);
    }

    private static async Task<WebApplication> StartAsync(string database, string server, bool send, LogKeeper log, (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Configuration["ConnectionStrings:notes"] = database;
        builder.Configuration["ConnectionStrings:mail"] = server;
        builder.Configuration["Mail:Origin"] = "https://pfp.example.org";
        builder.Configuration["Mail:Patience"] = "00:00:03";
        builder.Configuration["Mail:ReplyPatience"] = "00:00:03";
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<MailProbe>();
        builder.Services.AddSingleton<ILoggerProvider>(log);
        builder.AddServiceDefaults();
        builder.AddDatabase<NoteDbContext>("notes");
        builder.AddMail(mail => mail.Occasion<NoteAdded>().AskedFor<NoteWanted>());
        if (!send)
        {
            builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(DeliverySender)));
        }

        var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<DatabaseState>().WaitAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
