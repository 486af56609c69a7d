using System.Text.Json;
using PfP.Chaos.Processes;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace PfP.Chaos.Load;

/// <summary>Publishes events as a service would, again until the broker has confirmed them.</summary>
internal sealed class EventSender(Broker broker) : IAsyncDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private IConnection? connection;
    private IChannel? channel;

    /// <param name="id">By which a reader knows a message that comes again.</param>
    public async Task SendAsync(object message, Guid id)
    {
        while (!await TrySendAsync(message, id))
        {
            await DisposeAsync();
            await Task.Delay(Retry);
        }
    }

    public async ValueTask DisposeAsync()
    {
        var closing = connection;
        (connection, channel) = (null, null);
        if (closing is not null)
        {
            await closing.DisposeAsync();
        }
    }

    private async Task<bool> TrySendAsync(object message, Guid id)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            connection ??= await broker.ConnectAsync(patience.Token);
            channel ??= await connection.CreateChannelAsync(
                new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), patience.Token);
            var type = message.GetType();
            var name = $"{type.Namespace}:{type.Name}";
            await channel.BasicPublishAsync(
                name,
                string.Empty,
                mandatory: true,
                new BasicProperties { ContentType = "application/vnd.masstransit+json", DeliveryMode = DeliveryModes.Persistent, MessageId = id.ToString() },
                JsonSerializer.SerializeToUtf8Bytes(new { messageId = id, messageType = new[] { $"urn:message:{name}" }, message }, Json),
                patience.Token);
            return true;
        }
        catch (Exception exception) when (exception is BrokerUnreachableException or PublishException or OperationInterruptedException
            or OperationCanceledException or IOException or TimeoutException)
        {
            return false;
        }
    }
}
