using System.Net;
using System.Net.Sockets;
using System.Text;
using PfP.Testing.Mail;

namespace PfP.ServiceDefaults.Tests.Mail;

/// <summary>That every test that waits for a mail would notice one that is against the rules.</summary>
public sealed class MalformedMailTests
{
    [Theory]
    [InlineData("Subject: R\u00e9union\r\n\r\nText")]
    [InlineData("Subject: Text\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nText")]
    [InlineData("Subject: Text\r\nContent-Transfer-Encoding: base64\r\n\r\nVGV4d")]
    [InlineData("Subject: Text\r\nTo: <reader@example.org\r\n\r\nText")]
    public async Task Sink_RefusesIt(string content)
    {
        await using var sink = new SmtpSink();

        Assert.StartsWith("554", await SayAsync(sink, content), StringComparison.Ordinal);
        Assert.Single(sink.Defects);
        Assert.Empty(sink.Received);
    }

    [Fact]
    public async Task Sink_TakesWhatIsInOrder()
    {
        await using var sink = new SmtpSink();

        Assert.StartsWith("250", await SayAsync(sink, "Subject: Text\r\n\r\nText"), StringComparison.Ordinal);
        Assert.Empty(sink.Defects);
    }

    private static async Task<string> SayAsync(SmtpSink sink, string content)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(sink.ConnectionString).Port, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
        var answer = "";
        foreach (var line in new[] { "", "MAIL FROM:<pfp@example.org>", "RCPT TO:<reader@example.org>", "DATA", $"{content}\r\n." })
        {
            if (line.Length > 0)
            {
                await writer.WriteLineAsync(line);
            }

            answer = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        }

        return answer!;
    }
}
