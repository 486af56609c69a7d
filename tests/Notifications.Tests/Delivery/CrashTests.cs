using Npgsql;
using PfP.Notifications.Data;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Mail;
using PfP.Testing.Servers;

namespace PfP.Notifications.Tests.Delivery;

/// <summary>The service as a process of its own, killed in the middle of sending.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private const int Mails = 60;

    // What may be under way at once; a mail whose receipt was not noted is sent again.
    private const int InFlight = 8;
    private readonly SmtpSink sink = new();
    private string database = "", messaging = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await (await TestPostgres.SharedAsync).CreateDatabaseAsync();
        messaging = await (await TestRabbit.SharedAsync).CreateVirtualHostAsync();
    }

    [Fact]
    public async Task KilledWhileSending_SendsEveryMail_AndRepeatsOnlyWhatWasUnderWay()
    {
        using (var service = await StartAsync())
        {
            await ExecuteAsync($"""
                with people as (
                    insert into members (id, version, state, name, email, language, time_zone)
                    select gen_random_uuid(), 1, 'member', 'A member', 'member' || number || '@example.org', 'en', 'UTC' from generate_series(1, {Mails}) as number
                    returning id)
                insert into deliveries (id, recipient, subject, occasion, due_at) select gen_random_uuid(), id, id, 'membership-approved', now() from people
                """);
            await Eventually.TrueAsync(() => sink.Received.Count >= Mails / 4, "some were sent");
            await service.KillAsync();
        }

        Assert.InRange(sink.Received.Count, Mails / 4, Mails - 1);
        await ExecuteAsync("update deliveries set next_attempt_at = now() where state = 'waiting'");
        using var again = await StartAsync();
        await Eventually.TrueAsync(async () => await CountAsync("select count(*) from deliveries where state <> 'sent'") == 0, "all are sent");
        await again.KillAsync();

        Assert.Equal(Mails, sink.Received.Select(mail => mail.To).Distinct().Count());
        Assert.Equal(Mails, sink.Received.Select(mail => mail.MessageId).Distinct().Count());
        Assert.InRange(sink.Received.Count, Mails, Mails + InFlight);
    }

    public async ValueTask DisposeAsync()
    {
        await sink.DisposeAsync();
        await (await TestPostgres.SharedAsync).DropDatabaseAsync(database);
        await (await TestRabbit.SharedAsync).DropVirtualHostAsync(messaging);
    }

    private Task<ServiceProcess> StartAsync() => ServiceProcess.StartAsync(typeof(NotificationsDbContext).Assembly.Location, new Dictionary<string, string>
    {
        ["ConnectionStrings__notifications"] = database,
        ["ConnectionStrings__messaging"] = messaging,
        ["ConnectionStrings__mail"] = sink.ConnectionString,
        ["Authentication__Issuer"] = "http://127.0.0.1:1",
        ["SharedKeys__Secret"] = NotificationsHost.Secret,
    });

    private async Task ExecuteAsync(string sql) => await CountAsync(sql);

    private async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation) is long count ? count : 0;
    }
}
