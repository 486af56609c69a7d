using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>
/// Declares the queues of all readers of all events, whether those run yet or not, so that nothing published is lost on the way to a
/// reader that starts later. The names and shapes are those that MassTransit gives to its endpoints.
/// </summary>
internal static class BrokerTopology
{
    /// <summary>Every declaration of a durable queue must be equal, whoever makes it first.</summary>
    public static readonly IReadOnlyDictionary<string, object?> Quorum = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };

    /// <summary>
    /// RabbitMQ notes a new quorum queue's members on disk half a second after it was made. Killed before, it comes back with a queue that
    /// takes nothing and answers nobody.
    /// </summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    public static async Task DeclareAsync(IConnection connection, EventTypes types, CancellationToken cancellationToken)
    {
        var known = await ExistAsync(connection, types.Topology.SelectMany(entry => entry.Value), cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        foreach (var (type, queues) in types.Topology)
        {
            var exchange = $"{type.Namespace}:{type.Name}";
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
            foreach (var queue in queues)
            {
                await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
                await channel.DeclareQuorumQueueAsync(queue, cancellationToken);
                await channel.ExchangeBindAsync(queue, exchange, "", cancellationToken: cancellationToken);
                await channel.QueueBindAsync(queue, queue, "", cancellationToken: cancellationToken);
            }
        }

        if (!known)
        {
            await Task.Delay(Settling, TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Deletes a queue that does not answer, to be declared anew: one that does, has messages or readers.</summary>
    public static async Task DeleteDeadAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        if (await channel.QueueDeclarePassiveAsync(queue, cancellationToken) is { MessageCount: 0, ConsumerCount: 0 })
        {
            await channel.QueueDeleteAsync(queue, cancellationToken: cancellationToken);
        }
    }

    public static Task DeclareQuorumQueueAsync(this IChannel channel, string queue, CancellationToken cancellationToken) => channel.QueueDeclareAsync(
        queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(Quorum), cancellationToken: cancellationToken);

    private static async Task<bool> ExistAsync(IConnection connection, IEnumerable<string> queues, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            foreach (var queue in queues)
            {
                await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
            }

            return true;
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason is { ReplyCode: Constants.NotFound })
        {
            return false;
        }
    }
}
