using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>A connection of its own for what MassTransit has no notion of: the topology of other services, queues of one replay, dead letters.</summary>
internal sealed partial class BrokerConnection(IConfiguration configuration, ServiceName service, EventTypes types, ILogger<BrokerConnection> logger) : IAsyncDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim gate = new(1, 1);
    private IConnection? current;

    public bool IsOpen => current is { IsOpen: true };

    /// <summary>Waits for the broker as long as it takes.</summary>
    public async Task<IConnection> GetAsync(CancellationToken cancellationToken)
    {
        if (current is { IsOpen: true } open)
        {
            return open;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            while (current is not { IsOpen: true })
            {
                await ConnectAsync(cancellationToken);
            }

            return current;
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task<IChannel> OpenChannelAsync(CancellationToken cancellationToken)
    {
        var connection = await GetAsync(cancellationToken);
        return await connection.CreateChannelAsync(
            new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (current is not null)
        {
            await current.DisposeAsync();
        }

        gate.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (current is not null)
        {
            await current.DisposeAsync();
            current = null;
        }

        try
        {
            // Recovery is ours: whoever uses a channel must know that it broke, because deliveries and confirms were lost with it.
            var factory = new ConnectionFactory
            {
                Uri = MessagingSetup.Address(configuration),
                AutomaticRecoveryEnabled = false,
                ContinuationTimeout = AnswersWithin,
                ClientProvidedName = service.Value,
            };
            var connection = await factory.CreateConnectionAsync(cancellationToken);
            await BrokerTopology.DeclareAsync(connection, types, cancellationToken);
            current = connection;
        }
        catch (Exception exception) when (exception is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or IOException or TimeoutException)
        {
            LogWaiting(exception.GetBaseException().Message);
            await Task.Delay(RetryAfter, TimeProvider.System, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Waiting for the broker: {Reason}")]
    private partial void LogWaiting(string reason);
}
