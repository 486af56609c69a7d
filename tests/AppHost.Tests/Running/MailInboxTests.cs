using System.Net;
using System.Net.Mail;
using System.Net.NetworkInformation;
using PfP.AppHost.Tests.Support;

namespace PfP.AppHost.Tests.Running;

public sealed class MailInboxTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Inbox_WhenAMailIsSent_ShowsItOnItsPage()
    {
        await using var application = await RunningApplication.StartAsync(builder => builder.AddMailInbox("inbox", "mail"));
        await application.WaitUntilHealthyAsync("inbox");
        var inbox = (MailInboxResource)application.Find("inbox").Resource;
        var server = new Uri((await inbox.ConnectionStringExpression.GetValueAsync(CancellationToken))!);

        using (var client = new SmtpClient(server.Host, server.Port))
        {
            await client.SendMailAsync("pfp@example.org", "reader@example.org", "Shown", "Text", CancellationToken);
        }

        using var http = new HttpClient { BaseAddress = new(new EndpointReference(inbox, "http").Url) };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        Assert.Contains("<html", await http.GetStringAsync(new Uri("/", UriKind.Relative), CancellationToken), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Shown", await http.GetStringAsync(new Uri("/api/email", UriKind.Relative), CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_WhenItRuns_IsReachedFromThisMachineOnly()
    {
        await using var application = await RunningApplication.StartAsync(builder => builder.AddMailInbox("inbox", "mail"));
        await application.WaitUntilHealthyAsync("inbox");
        var inbox = (MailInboxResource)application.Find("inbox").Resource;
        int[] ports = [inbox.PrimaryEndpoint.Port, new EndpointReference(inbox, "http").Port];

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => ports.Contains(listener.Port)).ToArray();

        Assert.Equal(ports.Order(), listeners.Select(listener => listener.Port).Order());
        Assert.All(listeners, listener => Assert.True(IPAddress.IsLoopback(listener.Address), $"{listener}"));
    }

    [Fact]
    public async Task GivenServer_IsUsedAndNoInboxStarted()
    {
        await using var application = await RunningApplication.StartAsync(builder =>
        {
            builder.Configuration["ConnectionStrings:mail"] = "smtp://mail.example.org:587";
            builder.AddMailInbox("inbox", "mail");
        });

        var inbox = (MailInboxResource)application.Find("inbox").Resource;

        Assert.Equal("smtp://mail.example.org:587", await inbox.ConnectionStringExpression.GetValueAsync(CancellationToken));
        Assert.Null(application.Find("inbox").Snapshot.Pid);
        Assert.Empty(inbox.GetEndpoints());
    }
}
