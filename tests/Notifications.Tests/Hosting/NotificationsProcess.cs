using Npgsql;
using PfP.Notifications.Data;
using PfP.Testing;
using PfP.Testing.Mail;
using PfP.Testing.Servers;

namespace PfP.Notifications.Tests.Hosting;

/// <summary>The service as a process of its own, which is killed and started again, with a database, a virtual host and a mail server that stay.</summary>
public sealed class NotificationsProcess : IAsyncDisposable
{
    private readonly string database;

    private NotificationsProcess(string database, string messaging) => (this.database, Messaging) = (database, messaging);

    /// <summary>Takes every mail.</summary>
    public SmtpSink Sink { get; } = new();

    public string Messaging { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<NotificationsProcess> NewAsync() =>
        new(await (await TestPostgres.SharedAsync).CreateDatabaseAsync(), await (await TestRabbit.SharedAsync).CreateVirtualHostAsync());

    public Task<ServiceProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string>
        {
            ["ConnectionStrings__notifications"] = database,
            ["ConnectionStrings__messaging"] = Messaging,
            ["ConnectionStrings__mail"] = Sink.ConnectionString,
            ["Authentication__Issuer"] = "http://127.0.0.1:1",
            ["SharedKeys__Secret"] = NotificationsHost.Secret,
        };
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        return ServiceProcess.StartAsync(typeof(NotificationsDbContext).Assembly.Location, environment);
    }

    public async Task ExecuteAsync(string sql) => await CountAsync(sql);

    /// <returns>0 where the statement answers with no number.</returns>
    public async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation) is long count ? count : 0;
    }

    public async ValueTask DisposeAsync()
    {
        await Sink.DisposeAsync();
        await (await TestPostgres.SharedAsync).DropDatabaseAsync(database);
        await (await TestRabbit.SharedAsync).DropVirtualHostAsync(Messaging);
    }
}
