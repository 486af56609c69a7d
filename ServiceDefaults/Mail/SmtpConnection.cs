using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace PfP.ServiceDefaults.Mail;

/// <summary>The server said no.</summary>
/// <param name="aboutMail">False where it was said to us, before the message was spoken of: a matter of configuration.</param>
internal sealed class SmtpRefusedException(int code, bool aboutMail) : Exception($"SMTP {code}")
{
    public int Code => code;

    public bool AboutMail => aboutMail;
}

/// <summary>
/// One conversation with an SMTP server (RFC 5321). System.Net.Mail.SmtpClient cannot be cancelled while a server is silent after the
/// final dot, so a stalled server would hold the sender for ever; MailKit cannot be restored from our feed.
/// </summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const string Break = "\r\n";
    private readonly TcpClient client = new();
    private Stream stream = Stream.Null;
    private StreamReader reader = StreamReader.Null;

    private SmtpConnection()
    {
    }

    public static async Task<SmtpConnection> OpenAsync(SmtpServer server, CancellationToken cancellationToken)
    {
        var connection = new SmtpConnection();
        try
        {
            await connection.client.ConnectAsync(server.Host, server.Port, cancellationToken);
            await connection.GreetAsync(server, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns once the server has taken the message.</summary>
    public async Task SendAsync(WireMail mail, CancellationToken cancellationToken)
    {
        await SayAsync($"MAIL FROM:<{mail.From}>", aboutMail: false, cancellationToken);
        await SayAsync($"RCPT TO:<{mail.To}>", aboutMail: true, cancellationToken);
        await SayAsync("DATA", aboutMail: true, cancellationToken);
        var content = mail.Content.Replace($"{Break}.", $"{Break}..", StringComparison.Ordinal);
        await SayAsync($"{content}{Break}.", aboutMail: true, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        await stream.DisposeAsync();
        client.Dispose();
    }

    private async Task GreetAsync(SmtpServer server, CancellationToken cancellationToken)
    {
        Use(client.GetStream());
        await ReadReplyAsync(aboutMail: false, cancellationToken);
        await SayAsync($"EHLO {Name()}", aboutMail: false, cancellationToken);
        if (server.StartTls)
        {
            await SayAsync("STARTTLS", aboutMail: false, cancellationToken);
            var secure = new SslStream(stream);
            // A new reader forgets what came before the encryption, which anybody may have slipped in.
            Use(secure);
            await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = server.Host }, cancellationToken);
            await SayAsync($"EHLO {Name()}", aboutMail: false, cancellationToken);
        }

        if (server.Credentials is { } credentials)
        {
            var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{credentials.UserName}\0{credentials.Password}"));
            await SayAsync($"AUTH PLAIN {secret}", aboutMail: false, cancellationToken);
        }
    }

    private void Use(Stream use) => (stream, reader) = (use, new StreamReader(use, Encoding.Latin1));

    // The address in brackets: a process in a container has no better name.
    private string Name() => ((IPEndPoint)client.Client.LocalEndPoint!).Address switch
    {
        { IsIPv4MappedToIPv6: true } address => $"[{address.MapToIPv4()}]",
        { AddressFamily: AddressFamily.InterNetworkV6 } address => $"[IPv6:{address}]",
        var address => $"[{address}]",
    };

    private async Task SayAsync(string line, bool aboutMail, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + Break), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        await ReadReplyAsync(aboutMail, cancellationToken);
    }

    private async Task ReadReplyAsync(bool aboutMail, CancellationToken cancellationToken)
    {
        string line;
        do
        {
            line = await reader.ReadLineAsync(cancellationToken) ?? throw new IOException("The server hung up.");
        }
        while (line.Length > 3 && line[3] == '-');

        if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code))
        {
            throw new IOException("The server does not speak SMTP.");
        }

        if (code >= 400)
        {
            throw new SmtpRefusedException(code, aboutMail);
        }
    }
}
