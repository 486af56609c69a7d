using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>The queues this service consumes.</summary>
internal sealed record ConsumedQueues(IReadOnlyList<string> Names);

/// <summary>
/// Moves what MassTransit put into an error queue to the service's own database, where it can be looked at, found by whom it concerns,
/// and replayed. A message leaves the queue only when its row is committed.
/// </summary>
internal sealed partial class DeadLetterMover(
    BrokerConnection broker, DeadLetters letters, ConsumedQueues queues, DatabaseState state, ILogger<DeadLetterMover> logger) : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WaitAsync(stoppingToken);
        while (queues.Names.Count > 0)
        {
            try
            {
                await MoveAsync(stoppingToken);
            }
            catch (Exception exception) when (BrokerAway.Is(exception, stoppingToken))
            {
                LogInterrupted(exception.Message);
                await Task.Delay(RetryAfter, TimeProvider.System, stoppingToken);
            }
        }
    }

    private async Task MoveAsync(CancellationToken cancellationToken)
    {
        var connection = await broker.GetAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var closed = new TaskCompletionSource();
        channel.ChannelShutdownAsync += (_, reason) =>
        {
            closed.TrySetException(new OperationInterruptedException(reason));
            return Task.CompletedTask;
        };
        await channel.BasicQosAsync(0, 10, global: false, cancellationToken);
        foreach (var queue in queues.Names)
        {
            // Equal to MassTransit's own declaration of it.
            var error = $"{queue}_error";
            await channel.DeclareQuorumQueueAsync(error, cancellationToken);
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, delivery) => StoreAsync(channel, queue, delivery, cancellationToken);
            await ConsumeAsync(connection, channel, error, consumer, cancellationToken);
        }

        await closed.Task.WaitAsync(cancellationToken);
    }

    private static async Task ConsumeAsync(
        IConnection connection, IChannel channel, string queue, IAsyncBasicConsumer consumer, CancellationToken cancellationToken)
    {
        try
        {
            await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            await BrokerTopology.DeleteDeadAsync(connection, queue, cancellationToken);
            throw new IOException($"{queue} does not answer.");
        }
    }

    private async Task StoreAsync(IChannel channel, string queue, BasicDeliverEventArgs delivery, CancellationToken cancellationToken)
    {
        try
        {
            var letter = Describe(queue, delivery);
            await letters.AddAsync(letter, cancellationToken);
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, cancellationToken);
            MessagingMetrics.DeadLetters.Add(1);
            LogMoved(letter.EventType, letter.MessageId, queue, letter.Error);
        }
        catch (NpgsqlException exception)
        {
            LogInterrupted(exception.Message);
            await Task.Delay(RetryAfter, TimeProvider.System, cancellationToken);
            await channel.BasicNackAsync(delivery.DeliveryTag, multiple: false, requeue: true, cancellationToken);
        }
    }

    private static DeadLetter Describe(string queue, BasicDeliverEventArgs delivery)
    {
        var body = delivery.Body.Span;
        var (id, type) = Identify(body);
        return new(Guid.CreateVersion7(), queue, id, type, Text(body), Header(delivery, "MT-Fault-Message"), default, null);
    }

    // PostgreSQL's text holds no NUL.
    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);

    // What landed here may be anything, JSON or not.
    private static (Guid? Id, string? Type) Identify(ReadOnlySpan<byte> body)
    {
        try
        {
            var envelope = Envelope.Read(body);
            return (envelope.MessageId, envelope.TypeName);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static string? Header(BasicDeliverEventArgs delivery, string name) =>
        delivery.BasicProperties.Headers?.TryGetValue(name, out var value) == true && value is byte[] bytes ? Text(bytes) : null;

    [LoggerMessage(LogLevel.Warning, "Dead letters wait: {Reason}")]
    private partial void LogInterrupted(string reason);

    [LoggerMessage(LogLevel.Error, "{EventType} {MessageId} kept failing on {Queue} and is kept as a dead letter: {Error}")]
    private partial void LogMoved(string? eventType, Guid? messageId, string queue, string? error);
}
