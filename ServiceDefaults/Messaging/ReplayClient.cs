using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PfP.Contracts.Replay;
using PfP.ServiceDefaults.Messaging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace PfP.ServiceDefaults;

/// <summary>Handles one replayed event; the same event may come again when the producer had to start over.</summary>
public delegate Task ReplayHandler(object message, EventContext context, CancellationToken cancellationToken);

/// <summary>
/// Asks a producer for every aggregate's current event, on a queue of its own. Live events are not paused meanwhile; a reader
/// tells newer from older by version.
/// </summary>
public sealed partial class ReplayClient
{
    private const ushort Prefetch = 200;
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private readonly BrokerConnection broker;
    private readonly EventTypes types;
    private readonly ServiceName self;
    private readonly ILogger<ReplayClient> logger;

    internal ReplayClient(BrokerConnection broker, EventTypes types, ServiceName self, ILogger<ReplayClient> logger) =>
        (this.broker, this.types, this.self, this.logger) = (broker, types, self, logger);

    /// <summary>
    /// Hands every event of <paramref name="service"/> to <paramref name="handle"/>, one after the other in the order sent, and returns
    /// their number once the producer said that these were all. Waits for a producer or a broker that is away; what the handler throws
    /// ends the replay.
    /// </summary>
    public async Task<int> RunAsync(string service, ReplayHandler handle, CancellationToken cancellationToken)
    {
        var replay = new Replay(Guid.CreateVersion7(), service, $"{self.Value}-replay-{Guid.CreateVersion7():N}", handle);
        LogRequested(service, replay.Queue);
        while (true)
        {
            try
            {
                return await ReceiveAsync(replay, cancellationToken);
            }
            catch (Exception exception) when (BrokerAway.Is(exception, cancellationToken) && !IsQueueGone(exception))
            {
                // The queue is durable: what had not been acknowledged comes again.
                LogInterrupted(replay.Queue, exception.Message);
                await Task.Delay(RetryAfter, TimeProvider.System, cancellationToken);
            }
        }
    }

    private async Task<int> ReceiveAsync(Replay replay, CancellationToken cancellationToken)
    {
        await using var channel = await broker.OpenChannelAsync(cancellationToken);
        await RequestAsync(channel, replay, cancellationToken);
        await channel.BasicQosAsync(0, Prefetch, global: false, cancellationToken);
        var deliveries = Channel.CreateUnbounded<Delivery>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
            await deliveries.Writer.WriteAsync(new(delivery.DeliveryTag, Envelope.Read(delivery.Body.Span), Trace(delivery)), CancellationToken.None);
        channel.ChannelShutdownAsync += (_, reason) =>
        {
            deliveries.Writer.TryComplete(new OperationInterruptedException(reason));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(replay.Queue, autoAck: false, consumer, cancellationToken);

        await foreach (var delivery in deliveries.Reader.ReadAllAsync(cancellationToken))
        {
            if (delivery.Envelope.TypeName == typeof(ReplayCompleted).FullName)
            {
                await channel.QueueDeleteAsync(replay.Queue, cancellationToken: CancellationToken.None);
                return ((ReplayCompleted)EventJson.Deserialize(delivery.Envelope.Message, typeof(ReplayCompleted))).Count;
            }

            await HandleAsync(replay, delivery, cancellationToken);
            await channel.BasicAckAsync(delivery.Tag, multiple: false, cancellationToken);
        }

        throw new IOException("The broker ended the delivery.");
    }

    private async Task HandleAsync(Replay replay, Delivery delivery, CancellationToken cancellationToken)
    {
        var envelope = delivery.Envelope;
        var type = types.Find(envelope.TypeName);
        using var activity = MessagingMetrics.Activities.Continue($"Replay {type.Name}", ActivityKind.Consumer, delivery.Traceparent);
        await replay.Handle(
            EventJson.Deserialize(envelope.Message, type),
            new(envelope.MessageId, envelope.SentTime ?? TimeProvider.System.GetUtcNow()),
            cancellationToken);
    }

    private static async Task RequestAsync(IChannel channel, Replay replay, CancellationToken cancellationToken)
    {
        if (replay.Requested)
        {
            // Whoever lost the queue lost the events in it: that is not an interruption but a failure of this replay.
            await channel.QueueDeclarePassiveAsync(replay.Queue, cancellationToken);
            return;
        }

        // No quorum queues here: a broker killed within half a second of making one comes back with a queue that takes no message and returns
        // none, and the producer would wait on it for ever. What a replay's queue loses, another replay brings again.
        var expiring = new Dictionary<string, object?> { ["x-expires"] = (long)Forgotten.TotalMilliseconds };
        await channel.QueueDeclareAsync(replay.Queue, durable: true, exclusive: false, autoDelete: false, expiring, cancellationToken: cancellationToken);
        var requests = ReplayQueues.Requests(replay.Service);
        await channel.QueueDeclareAsync(requests, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        var body = Envelope.Write(new ReplayRequested(replay.Id, replay.Service, replay.Queue), replay.Id, TimeProvider.System.GetUtcNow());
        await channel.BasicPublishAsync("", requests, mandatory: true, Envelope.Properties(replay.Id, Activity.Current?.Id), body, cancellationToken);
        replay.Requested = true;
    }

    private static string? Trace(BasicDeliverEventArgs delivery) =>
        delivery.BasicProperties.Headers?.TryGetValue(Envelope.TraceHeader, out var value) == true && value is byte[] bytes
            ? System.Text.Encoding.ASCII.GetString(bytes)
            : null;

    private static bool IsQueueGone(Exception exception) => exception is OperationInterruptedException { ShutdownReason.ReplyCode: Constants.NotFound };

    [LoggerMessage(LogLevel.Information, "Asking {Service} for a replay to {Queue}")]
    private partial void LogRequested(string service, string queue);

    [LoggerMessage(LogLevel.Warning, "The replay to {Queue} was interrupted: {Reason}")]
    private partial void LogInterrupted(string queue, string reason);

    private sealed class Replay(Guid id, string service, string queue, ReplayHandler handle)
    {
        public Guid Id => id;

        public string Service => service;

        public string Queue => queue;

        public ReplayHandler Handle => handle;

        public bool Requested { get; set; }
    }

    private sealed record Delivery(ulong Tag, Envelope Envelope, string? Traceparent);
}
