using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.RabbitMQ;

/// <summary>Begins an AMQP conversation: that a connection is accepted proves nothing, as the proxy in front accepts it too.</summary>
internal static class AmqpProbe
{
    private const int DefaultPort = 5672;
    private static readonly byte[] s_protocolHeader = [(byte)'A', (byte)'M', (byte)'Q', (byte)'P', 0, 0, 9, 1];

    /// <summary>Frame type method on channel 0.</summary>
    private static readonly byte[] s_expected = [1, 0, 0];

    public static async Task<string?> ProbeAsync(RabbitMQServerResource server, CancellationToken cancellationToken)
    {
        var address = new Uri((await server.ConnectionStringExpression.GetValueAsync(cancellationToken))!);
        if (address.Scheme != "amqp")
        {
            return null; // TLS: left to the services' own readiness
        }

        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port > 0 ? address.Port : DefaultPort, cancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(s_protocolHeader, cancellationToken);
        var answer = new byte[s_expected.Length];
        await stream.ReadExactlyAsync(answer, cancellationToken);
        return answer.SequenceEqual(s_expected) ? null : "What answers is not an AMQP 0-9-1 server.";
    }
}
