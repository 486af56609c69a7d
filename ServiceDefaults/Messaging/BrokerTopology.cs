using RabbitMQ.Client;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>
/// Declares the queues of all readers of all events, whether those run yet or not, so that nothing published is lost on the way to a
/// reader that starts later. The names and shapes are those that MassTransit gives to its endpoints.
/// </summary>
internal static class BrokerTopology
{
    /// <summary>Every declaration of a durable queue must be equal, whoever makes it first.</summary>
    public static readonly IReadOnlyDictionary<string, object?> Quorum = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };

    public static async Task DeclareAsync(IConnection connection, EventTypes types, CancellationToken cancellationToken)
    {
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
    }

    public static Task DeclareQuorumQueueAsync(this IChannel channel, string queue, CancellationToken cancellationToken) => channel.QueueDeclareAsync(
        queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(Quorum), cancellationToken: cancellationToken);
}
