using System.Net;
using System.Net.Sockets;

namespace PfP.ServiceDefaults.Tests.Messaging;

/// <summary>Stands before a broker and keeps back, on its first connection, the answer to the first queue.declare and all that come after it.</summary>
internal sealed class StallingRelay : IAsyncDisposable
{
    // Class 50 and method 10 of AMQP 0-9-1.
    private static readonly byte[] QueueDeclare = [0, 50, 0, 10];

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Uri broker;
    private readonly Task accepting;

    public StallingRelay(Uri broker)
    {
        this.broker = broker;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new UriBuilder(broker) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri;

    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var relaying = new List<Task>();
        try
        {
            while (true)
            {
                relaying.Add(RelayAsync(await listener.AcceptTcpClientAsync(stopping.Token), stalls: Connections++ == 0));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(relaying);
        }
    }

    private async Task RelayAsync(TcpClient accepted, bool stalls)
    {
        using var client = accepted;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(broker.Host, broker.Port, stopping.Token);
            var (near, far) = (client.GetStream(), server.GetStream());
            var stalled = false;
            await Task.WhenAny(CopyAsync(near, far, sent => stalled |= stalls && sent.AsSpan().IndexOf(QueueDeclare) >= 0), CopyAsync(far, near, _ => { }, () => stalled));
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // Either side has left, which is the end of it.
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, Action<byte[]> onBytes, Func<bool>? isHeld = null)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, stopping.Token) is > 0 and var count)
        {
            onBytes(buffer[..count]);
            if (isHeld?.Invoke() != true)
            {
                await to.WriteAsync(buffer.AsMemory(0, count), stopping.Token);
            }
        }
    }
}
