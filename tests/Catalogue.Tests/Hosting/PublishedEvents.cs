using System.Collections.Concurrent;
using PfP.Contracts;
using PfP.Contracts.Catalogue;
using PfP.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace PfP.Catalogue.Tests.Hosting;

/// <summary>Takes what the catalogue publishes from the queues of its reader, which does not run here.</summary>
internal sealed class PublishedEvents : IAsyncDisposable
{
    private readonly ConcurrentBag<object> received = [];
    private IConnection? connection;

    public static async Task<PublishedEvents> ListenAsync(string address, CancellationToken cancellationToken)
    {
        var events = new PublishedEvents();
        events.connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync(cancellationToken);
        var channel = await events.connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await events.TakeAsync<EntryPublished>(channel, cancellationToken);
        await events.TakeAsync<EntryWithdrawn>(channel, cancellationToken);
        await events.TakeAsync<SubmissionMoved>(channel, cancellationToken);
        await events.TakeAsync<ReviewDue>(channel, cancellationToken);
        await events.TakeAsync<EntryMerged>(channel, cancellationToken);
        return events;
    }

    /// <summary>Waits until that many events of the kind have come.</summary>
    public async Task<IReadOnlyList<TEvent>> OfAsync<TEvent>(Func<TEvent, bool> wanted, int count)
    {
        await Eventually.TrueAsync(() => received.OfType<TEvent>().Count(wanted) >= count, $"{count} {typeof(TEvent).Name}");
        return [.. received.OfType<TEvent>().Where(wanted)];
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task TakeAsync<TEvent>(IChannel channel, CancellationToken cancellationToken)
        where TEvent : class
    {
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            received.Add(SentEvent.Read<TEvent>(delivery.Body));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(Topology.Queues[typeof(TEvent)][0], autoAck: true, consumer, cancellationToken);
    }
}
