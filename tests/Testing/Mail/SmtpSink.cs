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

    /// <summary>Keeps the message, and says so only when it is told to.</summary>
    AnswerLate,

    /// <summary>Hangs up while the message is on its way.</summary>
    CloseBeforeDot,

    /// <summary>Keeps the message, and hangs up instead of saying so.</summary>
    CloseAfterDot,
}

/// <summary>An SMTP server that keeps what it gets and can be told to fail. It refuses what is malformed.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly int port;
    private readonly ConcurrentDictionary<string, SmtpFault> refused = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, SmtpFault> unknown = new(StringComparer.OrdinalIgnoreCase);
    private TcpListener listener = new(IPAddress.Loopback, 0);
    private CancellationTokenSource stop = new();
    private ConcurrentBag<Task> sessions = [];
    private Task accepting = Task.CompletedTask;
    private readonly TaskCompletionSource late = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int messages, open, connections;

    public SmtpSink()
    {
        Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>For <c>ConnectionStrings:mail</c>.</summary>
    public string ConnectionString => $"smtp://127.0.0.1:{port}";

    /// <summary>What it kept, in the order of arrival; a message that was sent twice is here twice.</summary>
    public ConcurrentQueue<ReceivedMail> Received { get; } = [];

    /// <summary>What was wrong with the form of messages, which it did not take.</summary>
    public ConcurrentQueue<string> Defects { get; } = [];

    /// <summary>Faults for the next messages, one each; the rest is taken.</summary>
    public ConcurrentQueue<SmtpFault> Faults { get; } = [];

    /// <summary>What it says to whoever connects.</summary>
    public string Greeting { get; set; } = "220 sink";

    /// <summary>How long it thinks about a message before it says that it has it.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>How many messages were begun.</summary>
    public int Begun => messages;

    /// <summary>How many connections there have been.</summary>
    public int Connections => connections;

    /// <summary>How many connections are open.</summary>
    public int Open => open;

    /// <summary>Does this to the next message for the address, however many others come before it.</summary>
    public void Refuse(string address, SmtpFault fault) => refused[address] = fault;

    /// <summary>There is no such address: every message for it is answered with 550.</summary>
    public void RefuseAlways(string address) => unknown[address] = SmtpFault.RefuseForGood;

    /// <summary>Says that it has those messages over which it took its time.</summary>
    public void AnswerNow() => late.TrySetResult();

    /// <summary>Waits for a mail to the address.</summary>
    public async Task<ReceivedMail> NextAsync(string address) => await Eventually.SucceedsAsync(
        () => Task.FromResult(Received.FirstOrDefault(mail => mail.To == address)
            ?? throw new InvalidOperationException($"No mail to {address} has come. Malformed were: {string.Join("; ", Defects)}.")),
        TimeSpan.FromSeconds(20));

    /// <summary>Hangs up on everybody, and listens no more.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await Task.WhenAll([accepting, .. sessions]);
    }

    /// <summary>Listens again, at the same port.</summary>
    public void Restart()
    {
        listener.Dispose();
        stop.Dispose();
        (listener, stop, sessions) = (new(IPAddress.Loopback, port), new(), []);
        Start();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
        listener.Dispose();
    }

    /// <summary>Until it is time to say that it has a message.</summary>
    internal Task ThinkAsync(SmtpFault fault, CancellationToken cancellationToken) =>
        fault == SmtpFault.AnswerLate ? late.Task.WaitAsync(cancellationToken) : Task.Delay(Delay, cancellationToken);

    internal SmtpFault Begin(string address)
    {
        Interlocked.Increment(ref messages);
        return unknown.TryGetValue(address, out var fault) || refused.TryRemove(address, out fault) || Faults.TryDequeue(out fault) ? fault : SmtpFault.None;
    }

    private void Start()
    {
        listener.Start();
        accepting = AcceptAsync(listener, sessions, stop.Token);
    }

    private async Task AcceptAsync(TcpListener from, ConcurrentBag<Task> into, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var client = await from.AcceptTcpClientAsync(stopping);
                into.Add(ServeAsync(client, stopping));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stopping)
    {
        Interlocked.Increment(ref connections);
        Interlocked.Increment(ref open);
        using (var session = new SmtpSession(this, client))
        {
            await session.RunAsync(stopping);
        }

        Interlocked.Decrement(ref open);
    }
}
