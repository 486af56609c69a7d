using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PfP.Testing.Mail;

/// <summary>What the sink does to a message.</summary>
public enum SmtpFault
{
    /// <summary>Takes it.</summary>
    None,

    /// <summary>Answers the recipient with 451.</summary>
    RefuseForNow,

    /// <summary>Answers the recipient with 550, and repeats the address as servers do.</summary>
    RefuseForGood,

    /// <summary>Answers the recipient with 550 5.7.1: it is the sender that is not wanted.</summary>
    RefusePolicy,

    /// <summary>Answers the message with 554 5.6.0.</summary>
    RefuseContent,

    /// <summary>Reads the whole message and never answers.</summary>
    Stall,

    /// <summary>Hangs up while the message is on its way.</summary>
    CloseBeforeDot,

    /// <summary>Keeps the message, and hangs up instead of saying so.</summary>
    CloseAfterDot,
}

/// <summary>An SMTP server that keeps what it gets and can be told to fail.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Task> sessions = [];
    private readonly Task accepting;
    private readonly ConcurrentDictionary<string, SmtpFault> refused = new(StringComparer.OrdinalIgnoreCase);
    private int messages, open, connections;

    public SmtpSink()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>For <c>ConnectionStrings:mail</c>.</summary>
    public string ConnectionString => $"smtp://{listener.LocalEndpoint}";

    /// <summary>What it kept, in the order of arrival; a message that was sent twice is here twice.</summary>
    public ConcurrentQueue<ReceivedMail> Received { get; } = [];

    /// <summary>Faults for the next messages, one each; the rest is taken.</summary>
    public ConcurrentQueue<SmtpFault> Faults { get; } = [];

    /// <summary>How many messages were begun.</summary>
    public int Begun => messages;

    /// <summary>How many connections there have been.</summary>
    public int Connections => connections;

    /// <summary>How many connections are open.</summary>
    public int Open => open;

    /// <summary>Does this to the next message for the address, however many others come before it.</summary>
    public void Refuse(string address, SmtpFault fault) => refused[address] = fault;

    /// <summary>Waits for a mail to the address.</summary>
    public async Task<ReceivedMail> NextAsync(string address) => await Eventually.SucceedsAsync(
        () => Task.FromResult(Received.First(mail => mail.To == address)), TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await Task.WhenAll([accepting, .. sessions]);
        stop.Dispose();
        listener.Dispose();
    }

    internal SmtpFault Begin(string address)
    {
        Interlocked.Increment(ref messages);
        return refused.TryRemove(address, out var fault) || Faults.TryDequeue(out fault) ? fault : SmtpFault.None;
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                sessions.Add(ServeAsync(client));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        Interlocked.Increment(ref connections);
        Interlocked.Increment(ref open);
        using (var session = new SmtpSession(this, client))
        {
            await session.RunAsync(stop.Token);
        }

        Interlocked.Decrement(ref open);
    }
}
