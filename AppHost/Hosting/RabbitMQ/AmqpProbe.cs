using Aspire.Hosting.ApplicationModel;
using RabbitMQ.Client;

namespace Aspire.Hosting.RabbitMQ;

/// <summary>
/// Signs in and stays connected: that a connection is accepted proves nothing, as the proxy in front accepts it too, and
/// a sign-in per check would fill the server's log.
/// </summary>
internal sealed class AmqpProbe(RabbitMQServerResource server)
{
    private IConnection? _connection;

    public async Task<string?> ProbeAsync(CancellationToken cancellationToken)
    {
        if (_connection is { IsOpen: true })
        {
            return null;
        }

        await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        var factory = new ConnectionFactory
        {
            Uri = new Uri((await server.ConnectionStringExpression.GetValueAsync(cancellationToken))!),
            ClientProvidedName = "health check",
            AutomaticRecoveryEnabled = false,
        };
        _connection = await factory.CreateConnectionAsync(cancellationToken);
        return null;
    }
}
