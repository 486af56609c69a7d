using System.Text.Json;
using PfP.Chaos.Processes;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Gateway;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace PfP.Chaos.Load;

/// <summary>
/// Reports page views as the gateway would. Every report is sent twice under one message id, as a broker or a dispatcher
/// may do after a failure, and counting it twice would show in the day's count of the entry.
/// </summary>
internal sealed class Visits(Broker broker)
{
    private const int ViewsInReport = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly DateOnly day = DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>Views in the reports that the broker has confirmed.</summary>
    public int Confirmed { get; private set; }

    /// <summary>Ends after the report it was at when it is cancelled, so that none is left half sent.</summary>
    public async Task RunAsync(string slug, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var report = new EntriesViewed(day, [new EntryViews(EntryKinds.Practice, slug, ViewsInReport, 0)]);
            var id = Guid.CreateVersion7();
            await SendAsync(report, id);
            await SendAsync(report, id);
            Confirmed += ViewsInReport;
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SendAsync(EntriesViewed report, Guid id)
    {
        while (!await TrySendAsync(report, id))
        {
            await Task.Delay(Retry);
        }
    }

    private async Task<bool> TrySendAsync(EntriesViewed report, Guid id)
    {
        try
        {
            await using var connection = await broker.ConnectAsync(CancellationToken.None);
            await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await channel.BasicPublishAsync(
                "PfP.Contracts.Gateway:EntriesViewed",
                string.Empty,
                mandatory: true,
                new BasicProperties { ContentType = "application/vnd.masstransit+json", DeliveryMode = DeliveryModes.Persistent, MessageId = id.ToString() },
                Envelope(report, id),
                patience.Token);
            return true;
        }
        catch (Exception exception) when (exception is BrokerUnreachableException or PublishException or OperationInterruptedException or OperationCanceledException or IOException or TimeoutException)
        {
            return false;
        }
    }

    private static byte[] Envelope(EntriesViewed report, Guid id) => JsonSerializer.SerializeToUtf8Bytes(
        new { messageId = id, messageType = new[] { "urn:message:PfP.Contracts.Gateway:EntriesViewed" }, message = report },
        Json);
}
