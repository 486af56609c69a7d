using System.Globalization;
using PfP.Chaos.Processes;
using PfP.Testing.Mail;

namespace PfP.Chaos.Mail;

/// <summary>Two replicas of Notifications with their database, their broker, a mail server and a clock that can be moved.</summary>
internal sealed class MailPlatform : IAsyncDisposable
{
    private readonly string clock;
    private Supervised? mapper;

    /// <param name="issuer">Whose tokens the service takes.</param>
    public MailPlatform(Stage stage, string issuer)
    {
        // Ports, folders and nodes are those of this run, also where the catalogue's scenario was played before.
        (Database, Broker, clock) = (new Postgres(stage, "mail-postgres"), new Broker(stage, "mail-broker"), stage.PathOf("clock"));
        var environment = new Dictionary<string, string>
        {
            // The clock of production cannot be moved.
            ["ASPNETCORE_ENVIRONMENT"] = "Chaos",
            ["PFP_CLOCK_FILE"] = clock,
            ["Logging__LogLevel__Microsoft"] = "Warning",
            ["ConnectionStrings__notifications"] = Database.ConnectionString("notifications", "notifications"),
            ["ConnectionStrings__messaging"] = Broker.ConnectionString,
            ["ConnectionStrings__mail"] = Server.ConnectionString,
            ["Mail__Patience"] = "00:00:05",
            // Longer than this machine needs at its busiest, and not as long as a server that stalls would keep a mail.
            ["Mail__ReplyPatience"] = "00:00:30",
            ["Authentication__Issuer"] = issuer,
            ["SharedKeys__Secret"] = "only for this run, and as long as it has to be",
        };
        Senders = [.. new[] { "notifications-1", "notifications-2" }.Select(name => new Service(name, "services/Notifications", stage, environment))];
    }

    public Postgres Database { get; }

    public Broker Broker { get; }

    public SmtpSink Server { get; } = new();

    public IReadOnlyList<Service> Senders { get; }

    public Supervised DatabaseProcess { get; private set; } = null!;

    public Supervised BrokerProcess { get; private set; } = null!;

    public IReadOnlyList<Supervised> SenderProcesses => [.. Senders.Select(sender => sender.Process)];

    public IReadOnlyList<Supervised> Started => [.. new[] { DatabaseProcess, BrokerProcess }.Concat(SenderProcesses).Where(process => process is { IsStarted: true })];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await MoveClockAsync(TimeSpan.Zero, cancellationToken);
        var broker = Broker.StartAsync(cancellationToken);
        DatabaseProcess = await Database.StartAsync(["notifications"], cancellationToken);
        (mapper, BrokerProcess) = await broker;
        foreach (var sender in Senders)
        {
            await sender.StartAsync(cancellationToken);
        }
    }

    /// <param name="ahead">How far business time is ahead of the system's.</param>
    public Task MoveClockAsync(TimeSpan ahead, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(clock, ahead.ToString("c", CultureInfo.InvariantCulture), cancellationToken);

    public async Task UntilReadyAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        foreach (var process in Started)
        {
            await process.UntilReadyAsync(atMost, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Started.Reverse())
        {
            await process.DisposeAsync();
        }

        if (mapper is not null)
        {
            await mapper.DisposeAsync();
        }

        foreach (var sender in Senders)
        {
            sender.Dispose();
        }

        await Server.DisposeAsync();
    }
}
