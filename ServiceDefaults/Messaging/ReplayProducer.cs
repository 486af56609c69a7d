using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Logging;
using PfP.Contracts.Replay;
using RabbitMQ.Client;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>
/// Sends all current events to whoever asks. The request is acknowledged only after the last confirmation: a producer that dies on the
/// way is asked again, and starts again.
/// </summary>
internal sealed partial class ReplayProducer(
    IReplaySource source, BrokerConnection broker, DatabaseState state, ServiceName service, ILogger<ReplayProducer> logger) : IConsumer<ReplayRequested>
{
    private const int Window = 200;

    public async Task Consume(ConsumeContext<ReplayRequested> context)
    {
        var request = context.Message;
        await state.WaitAsync(context.CancellationToken);
        try
        {
            var count = await SendAsync(request, context.CancellationToken);
            LogSent(count, request.ReplyQueue);
        }
        catch (RabbitMQ.Client.Exceptions.PublishException exception) when (exception.IsReturn)
        {
            LogAskerGone(request.ReplyQueue);
        }
    }

    private async Task<int> SendAsync(ReplayRequested request, CancellationToken cancellationToken)
    {
        await using var channel = await broker.OpenChannelAsync(cancellationToken);
        var unconfirmed = new Queue<Task>(Window);
        var count = 0;
        await foreach (var message in source.EventsAsync(cancellationToken))
        {
            if (unconfirmed.Count == Window)
            {
                await unconfirmed.Dequeue();
            }

            // Started one after the other on one channel, so they arrive in this order although their confirmations are awaited later.
            unconfirmed.Enqueue(SendAsync(channel, request.ReplyQueue, message, cancellationToken));
            count++;
        }

        await Task.WhenAll(unconfirmed);
        await SendAsync(channel, request.ReplyQueue, new ReplayCompleted(request.ReplayId, service.Value, count), cancellationToken);
        return count;
    }

    private static Task SendAsync(IChannel channel, string queue, object message, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        var body = Envelope.Write(message, id, TimeProvider.System.GetUtcNow());
        return channel.BasicPublishAsync("", queue, mandatory: true, Envelope.Properties(id, Activity.Current?.Id), body, cancellationToken).AsTask();
    }

    [LoggerMessage(LogLevel.Information, "Replayed {Count} events to {Queue}")]
    private partial void LogSent(int count, string queue);

    [LoggerMessage(LogLevel.Information, "{Queue} is gone: whoever asked for the replay no longer waits for it")]
    private partial void LogAskerGone(string queue);
}
