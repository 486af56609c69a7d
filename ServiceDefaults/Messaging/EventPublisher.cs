using MassTransit;
using PfP.ServiceDefaults.Messaging;

namespace PfP.ServiceDefaults;

/// <summary>
/// Hands an event straight to the broker and returns once the broker has it on disk. Services with a database use
/// <see cref="ServiceDbContext.Publish"/> instead, which cannot be torn from the state it tells of.
/// </summary>
public sealed class EventPublisher
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private readonly IBus bus;
    private readonly BrokerConnection broker;

    internal EventPublisher(IBus bus, BrokerConnection broker) => (this.bus, this.broker) = (bus, broker);

    /// <summary>Throws where no confirmation comes within seconds, or no queue takes the message.</summary>
    /// <param name="messageId">Repeat it with the event: the reader's inbox then sees one message.</param>
    public Task PublishAsync(object message, Guid messageId, CancellationToken cancellationToken) =>
        PublishAsync(message, message.GetType(), messageId, cancellationToken);

    internal async Task PublishAsync(object message, Type type, Guid messageId, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        // Whoever connects declares the topology; before that a message might have nowhere to go.
        await broker.GetAsync(limit.Token);
        await bus.Publish(message, type, Pipe.Execute<PublishContext>(context => Prepare(context, messageId)), limit.Token);
    }

    private static void Prepare(SendContext context, Guid messageId)
    {
        context.MessageId = messageId;
        if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
        {
            // Without it the broker confirms a message that no queue takes.
            rabbit.Mandatory = true;
        }
    }
}
