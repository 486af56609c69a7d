using MassTransit;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>Hands an event to an observer: no inbox, because an observer's effect ends with its process.</summary>
internal sealed class Observer<TEvent, THandler>(THandler handler) : IConsumer<TEvent>
    where TEvent : class
    where THandler : class, IEventHandler<TEvent>
{
    public Task Consume(ConsumeContext<TEvent> context) => handler.HandleAsync(
        context.Message,
        new(context.MessageId ?? Guid.Empty, context.SentTime ?? TimeProvider.System.GetUtcNow()),
        context.CancellationToken);
}
