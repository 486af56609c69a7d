using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace PfP.ServiceDefaults.Messaging;

/// <summary>A connection of its own for what MassTransit has no notion of: the topology of other services, queues of one replay, dead letters.</summary>
internal sealed partial class BrokerConnection(IConfiguration configuration, ServiceName service, EventTypes types, ILogger<BrokerConnection> logger) : IAsyncDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim gate = new(1, 1);
    private IConnection? current;

    /// <summary>How long it is waited for one answer.</summary>
    internal TimeSpan AnswersWithin { get; init; } = TimeSpan.FromSeconds(10);

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
        try
        {
            if (current is not null)
            {
                await current.DisposeAsync();
                current = null;
            }

            // Recovery is ours: whoever uses a channel must know that it broke, because deliveries and confirms were lost with it.
            var factory = new ConnectionFactory
            {
                Uri = MessagingSetup.Address(configuration),
                AutomaticRecoveryEnabled = false,
                ContinuationTimeout = AnswersWithin,
                ClientProvidedName = service.Value,
            };
            current = await DeclaredAsync(await factory.CreateConnectionAsync(cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (BrokerAway.Is(exception, cancellationToken))
        {
            LogWaiting(exception.GetBaseException().Message);
            await Task.Delay(RetryAfter, TimeProvider.System, cancellationToken);
        }
    }

    private async Task<IConnection> DeclaredAsync(IConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await BrokerTopology.DeclareAsync(connection, types, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Waiting for the broker: {Reason}")]
    private partial void LogWaiting(string reason);
}
