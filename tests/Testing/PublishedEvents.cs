using System.Collections.Concurrent;
using PfP.Contracts;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace PfP.Testing;

/// <summary>Takes what a service publishes from the queues of its readers, which do not run beside it.</summary>
public sealed class PublishedEvents : IAsyncDisposable
{
    private readonly ConcurrentBag<object> received = [];
    private IConnection? connection;

    /// <param name="service">Whose own queues are left to it.</param>
    public static async Task<PublishedEvents> ListenAsync(string address, string service, CancellationToken cancellationToken)
    {
        var events = new PublishedEvents { connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync(cancellationToken) };
        foreach (var (type, queues) in Topology.Queues)
        {
            // One reader of several hears all.
            if (queues.FirstOrDefault(queue => !queue.StartsWith($"{service}-", StringComparison.Ordinal)) is { } queue)
            {
                // A queue that was declared a moment ago may not have its leader yet; the broker then ends the channel.
                await Eventually.SucceedsAsync(() => events.TakeAsync(type, queue, cancellationToken));
            }
        }

        return events;
    }

    /// <summary>Waits until that many events of the kind have come.</summary>
    public async Task<IReadOnlyList<TEvent>> OfAsync<TEvent>(Func<TEvent, bool> wanted, int count)
    {
        await Eventually.TrueAsync(() => received.OfType<TEvent>().Count(wanted) >= count, $"{count} {typeof(TEvent).Name}");
        return [.. received.OfType<TEvent>().Where(wanted)];
    }

    /// <summary>Waits for the only one.</summary>
    public async Task<TEvent> OneAsync<TEvent>(Func<TEvent, bool> wanted) => (await OfAsync(wanted, 1)).Single();

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task TakeAsync(Type type, string queue, CancellationToken cancellationToken)
    {
        var channel = await connection!.CreateChannelAsync(cancellationToken: cancellationToken);
        // As the service itself declares it before it publishes; it may not have come to that yet.
        await channel.QueueDeclareAsync(
            queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellationToken);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            received.Add(SentEvent.Read(message.Body, type));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer, cancellationToken);
    }
}
