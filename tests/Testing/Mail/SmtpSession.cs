using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace PfP.Testing.Mail;

/// <summary>One connection to the sink.</summary>
internal sealed class SmtpSession(SmtpSink sink, TcpClient client) : IDisposable
{
    private readonly StreamReader reader = new(client.GetStream(), Encoding.Latin1);
    private readonly StreamWriter writer = new(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
    private SmtpFault fault;
    private string from = "", to = "";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await writer.WriteLineAsync(sink.Greeting);
            while (await reader.ReadLineAsync(cancellationToken) is { } line && await AnswerAsync(line, cancellationToken))
            {
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side, or the test, is done.
        }
    }

    public void Dispose()
    {
        client.Dispose();
        reader.Dispose();
        writer.Dispose();
    }

    private async Task<bool> AnswerAsync(string line, CancellationToken cancellationToken)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "MAIL":
                from = Address(line);
                return await SayAsync("250 ok");
            case "RCPT":
                to = Address(line);
                fault = sink.Begin(to);
                return await SayAsync(fault switch
                {
                    SmtpFault.RefuseForNow => "451 try again later",
                    SmtpFault.RefusePolicy => "550 5.7.1 not from you",
                    SmtpFault.RefuseForGood => $"550 no such user {to}",
                    _ => "250 ok",
                });
            case "DATA":
                await SayAsync("354 go on");
                return await DataAsync(cancellationToken);
            case "QUIT":
                await SayAsync("221 bye");
                return false;
            default:
                return await SayAsync("250 ok");
        }
    }

    private async Task<bool> DataAsync(CancellationToken cancellationToken)
    {
        var raw = new StringBuilder();
        while (await reader.ReadLineAsync(cancellationToken) is var line && line != ".")
        {
            if (line is null || fault == SmtpFault.CloseBeforeDot)
            {
                return false;
            }

            raw.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        if (fault == SmtpFault.Stall)
        {
            await reader.ReadLineAsync(cancellationToken);
            return false;
        }

        if (fault == SmtpFault.RefuseContent)
        {
            return await SayAsync("554 5.6.0 not in this form");
        }

        var mail = await ReceivedMail.ParseAsync(from, to, raw.ToString());
        if (mail.Parsed.Defects is { Length: > 0 } defects)
        {
            sink.Defects.Enqueue($"{mail.Subject} to {to}: {string.Join(", ", defects)}");
            return await SayAsync("554 5.6.0 malformed");
        }

        sink.Received.Enqueue(mail);
        await sink.ThinkAsync(fault, cancellationToken);
        if (fault == SmtpFault.CloseAfterDot)
        {
            return false;
        }

        await SayAsync("250 taken");
        mail.ConfirmedAt = Stopwatch.GetTimestamp();
        return true;
    }

    private async Task<bool> SayAsync(string line)
    {
        await writer.WriteLineAsync(line);
        return true;
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}
