using System.Globalization;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace PfP.Chaos.Processes;

/// <summary>
/// A RabbitMQ node of this run with its own name, folder and port mapper (epmd: a shared one would belong to somebody
/// else, or be started by ours and outlive us), on the loopback address only.
/// </summary>
/// <param name="name">Of its folder below the run's.</param>
internal sealed class Broker(Stage stage, string name)
{
    private readonly string folder = stage.PathOf(name);
    private readonly int port = stage.FreePort();
    private readonly int distributionPort = stage.FreePort();
    private readonly int mapperPort = stage.FreePort();
    private readonly string node = $"chaos-{Guid.NewGuid():N}@localhost";

    public string ConnectionString => $"amqp://guest:guest@127.0.0.1:{port}/";

    /// <summary>The node's port mapper and the node.</summary>
    public async Task<(Supervised Mapper, Supervised Node)> StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "plugins"), "[].", cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "rabbitmq.conf"), $"listeners.tcp.1 = 127.0.0.1:{port}\n", cancellationToken);
        var mapper = new Supervised(
            "epmd",
            () => new Command("epmd", ["-address", "127.0.0.1", "-port", Text(mapperPort)], new Dictionary<string, string>()),
            _ => Task.FromResult(true),
            _ => Task.FromResult(true),
            stage);
        await mapper.StartAsync();
        var supervised = new Supervised("broker", Serve, AnswersAsync, AnswersAsync, stage);
        await supervised.StartAsync();
        await supervised.UntilReadyAsync(TimeSpan.FromSeconds(60), cancellationToken);
        return (mapper, supervised);
    }

    /// <summary>How many messages wait in a queue; null when there is no such queue.</summary>
    public async Task<long?> WaitingAsync(string queue, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            return await channel.MessageCountAsync(queue, cancellationToken);
        }
        catch (OperationInterruptedException)
        {
            return null;
        }
    }

    /// <summary>The first of the queues that is not empty, or not there, in words; null where all are.</summary>
    public async Task<string?> FirstWaitingAsync(IEnumerable<string> queues, CancellationToken cancellationToken)
    {
        foreach (var queue in queues)
        {
            if (await WaitingAsync(queue, cancellationToken) is not 0 and var waiting)
            {
                return waiting is null ? $"there is no queue {queue}" : $"{waiting} messages in {queue}";
            }
        }

        return null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // RABBITMQ_ALLOW_INPUT without a terminal makes the script become the Erlang machine: one process, no shell beside it.
    private Command Serve() => new("/usr/lib/rabbitmq/bin/rabbitmq-server", ["-noinput"], new Dictionary<string, string>
    {
        ["HOME"] = folder,
        ["RABBITMQ_ALLOW_INPUT"] = "1",
        ["RABBITMQ_NODENAME"] = node,
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "plugins"),
        ["RABBITMQ_DIST_PORT"] = Text(distributionPort),
        ["ERL_EPMD_PORT"] = Text(mapperPort),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none",
    });

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        return connection.IsOpen;
    }

    public async Task<IConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = new Uri(ConnectionString), AutomaticRecoveryEnabled = false, RequestedConnectionTimeout = TimeSpan.FromSeconds(2) };
        return await factory.CreateConnectionAsync(cancellationToken);
    }
}
