using System.Collections.Concurrent;
using PfP.Contracts;
using PfP.Contracts.Identity;
using PfP.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace PfP.Identity.Tests.Hosting;

/// <summary>Takes what the service publishes from the queues of its readers, which do not run here.</summary>
internal sealed class PublishedEvents : IAsyncDisposable
{
    private readonly ConcurrentBag<object> received = [];
    private IConnection? connection;

    public static async Task<PublishedEvents> ListenAsync(string address, CancellationToken cancellationToken)
    {
        var events = new PublishedEvents();
        events.connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync(cancellationToken);
        var channel = await events.connection.CreateChannelAsync(cancellationToken: cancellationToken);
        await events.TakeAsync<MemberApproved>(channel, cancellationToken);
        await events.TakeAsync<MemberAppointed>(channel, cancellationToken);
        await events.TakeAsync<MemberRefused>(channel, cancellationToken);
        await events.TakeAsync<MemberContactChanged>(channel, cancellationToken);
        await events.TakeAsync<MemberErased>(channel, cancellationToken);
        await events.TakeAsync<DeviceSignedIn>(channel, cancellationToken);
        await events.TakeAsync<IntroductionRequested>(channel, cancellationToken);
        await events.TakeAsync<IntroductionAnswered>(channel, cancellationToken);
        return events;
    }

    public async Task<TEvent> OneAsync<TEvent>(Func<TEvent, bool> wanted)
    {
        await Eventually.TrueAsync(() => received.OfType<TEvent>().Any(wanted), typeof(TEvent).Name);
        return received.OfType<TEvent>().Single(wanted);
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task TakeAsync<TEvent>(IChannel channel, CancellationToken cancellationToken)
    {
        // As the service itself declares it before it publishes; it may not have come to that yet. One reader of several hears all.
        var queue = Topology.Queues[typeof(TEvent)][0];
        await channel.QueueDeclareAsync(
            queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellationToken);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            received.Add(SentEvent.Read<TEvent>(message.Body)!);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer, cancellationToken);
    }
}
