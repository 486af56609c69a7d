using System.Net;
using System.Net.Http.Json;
using System.Text;
using PfP.Contracts.Identity;
using PfP.Contracts.Mail;
using PfP.Contracts.Mail.Api;
using PfP.Notifications.Tests.Hosting;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Notifications.Tests.Mails;

/// <summary>Reports of mails that came back are believed of a mail that we sent to that very address.</summary>
public sealed class BounceTests(NotificationsHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("message/rfc822", "text/rfc822-headers")]
    [InlineData("multipart/report; report-type=delivery-status; boundary=b", "message/rfc822")]
    public async Task Report_OfAnAddressThatIsNone_PausesIt(string type, string returned)
    {
        var (member, mail) = await SentAsync();

        using var answer = await ReportAsync(Report(member.Contact.Email, mail.MessageId, "failed", "5.1.1", returned, whole: type == "message/rfc822"), type);
        await host.EndsAsync(member.MemberId, "introduction-asked", "failed");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(new(1, 0), await answer.Content.ReadFromJsonAsync<BounceReceipt>(Cancellation));
        Assert.Equal(("Bounced 5.1.1", true), ((await host.ListedAsync("failed", member.MemberId)).LastAnswer, await IsPausedAsync(member.Contact.Email)));
    }

    [Theory]
    [InlineData("failed", "4.4.7")]
    [InlineData("delayed", "4.2.0")]
    [InlineData("delivered", "2.0.0")]
    public async Task Report_OfWhatMayStillArrive_IsAcceptedAndChangesNothing(string action, string status)
    {
        var (member, mail) = await SentAsync();

        using var answer = await ReportAsync(Report(member.Contact.Email, mail.MessageId, action, status));

        Assert.Equal(new(0, 1), await answer.Content.ReadFromJsonAsync<BounceReceipt>(Cancellation));
    }

    [Fact]
    public async Task Report_OfPolicy_FailsTheMail_AndPausesNobody()
    {
        var (member, mail) = await SentAsync();

        using var answer = await ReportAsync(Report(member.Contact.Email, mail.MessageId, "failed", "5.7.1"));
        await host.EndsAsync(member.MemberId, "introduction-asked", "failed");

        Assert.False(await IsPausedAsync(member.Contact.Email));
    }

    [Fact]
    public async Task Report_ThatNamesAnotherAddressOrAnotherMail_IsNotBelieved()
    {
        var (member, mail) = await SentAsync();
        var other = await SentAsync();
        var key = mail.MessageId.Trim('<', '>').Split('@')[0];

        await HandledAsync(new(key, AddressHash.Text(other.Member.Contact.Email), "5.1.1", DateTimeOffset.UtcNow));
        await HandledAsync(new("0123456789abcdef0123456789abcdef", AddressHash.Text(member.Contact.Email), "5.1.1", DateTimeOffset.UtcNow));

        Assert.Equal((false, false), (await IsPausedAsync(member.Contact.Email), await IsPausedAsync(other.Member.Contact.Email)));
        Assert.Equal(2, await host.ScalarAsync<long>(
            $"select count(*) from deliveries where recipient in ('{member.MemberId}', '{other.Member.MemberId}') and occasion = 'introduction-asked' and state = 'sent'"));
    }

    [Fact]
    public async Task Report_ThatIsNone_IsRefusedWithTheReason()
    {
        var (member, mail) = await SentAsync();
        var right = Report(member.Contact.Email, mail.MessageId, "failed", "5.1.1");
        (string Body, string Type, HttpStatusCode Status, string Reason)[] wrong =
        [
            ("Subject: Hello\r\n\r\nNot a report.", "message/rfc822", HttpStatusCode.BadRequest, "no part message/delivery-status"),
            ("", "message/rfc822", HttpStatusCode.BadRequest, "no part message/delivery-status"),
            (Report(member.Contact.Email, "<1@elsewhere.example>", "failed", "5.1.1"), "message/rfc822", HttpStatusCode.BadRequest, "no Message-ID of ours"),
            (right.Replace("Final-Recipient", "X-Recipient", StringComparison.Ordinal), "message/rfc822", HttpStatusCode.BadRequest, "names no recipient"),
            (right, "text/plain", HttpStatusCode.UnsupportedMediaType, "Unsupported Media Type"),
            (right + new string('x', 1024 * 1024), "message/rfc822", HttpStatusCode.RequestEntityTooLarge, "1 MB"),
        ];

        foreach (var (body, type, status, reason) in wrong)
        {
            using var answer = await ReportAsync(body, type);
            Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Contains(reason, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("mail_server", HttpStatusCode.BadRequest)]
    [InlineData("moderator", HttpStatusCode.Forbidden)]
    public async Task Report_IsForTheMailServer(string role, HttpStatusCode status)
    {
        using var answer = await ReportAsync("Subject: Hello\r\n\r\nNot a report.", role: role);
        using var list = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Get, "mails", role: "mail_server");

        Assert.Equal((status, HttpStatusCode.Forbidden), (answer.StatusCode, list.StatusCode));
    }

    private async Task<(MemberApproved Member, PfP.Testing.Mail.ReceivedMail Mail)> SentAsync()
    {
        var (asking, asked) = (await host.MemberAsync(), await host.MemberAsync());
        await host.PublishAsync(new IntroductionRequested(Guid.CreateVersion7(), 1, asking.MemberId, asked.MemberId));
        await host.EndsAsync(asked.MemberId, "introduction-asked", "sent");
        return (asked, await host.Sink.NextAsync(asked.Contact.Email));
    }

    private async Task HandledAsync(MailBounced bounced)
    {
        var id = Guid.CreateVersion7();
        await host.PublishAsync(bounced, id);
        await Eventually.TrueAsync(async () => await host.ScalarAsync<long>($"select count(*) from inbox where message_id = '{id}'") == 1, "the report was looked at");
    }

    private Task<bool> IsPausedAsync(string address) => host.ScalarAsync<bool>(
        $"select coalesce(bool_or(is_paused), false) from paused_addresses where address_hash = decode('{AddressHash.Text(address)}', 'hex')");

    private Task<HttpResponseMessage> ReportAsync(string report, string type = "message/rfc822", string role = "administrator")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(report));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return host.AskAsync(Guid.CreateVersion7(), HttpMethod.Post, "bounces", content, role);
    }

    private static string Report(string recipient, string messageId, string action, string status, string returned = "message/rfc822", bool whole = true)
    {
        var header = whole
            ? "From: MAILER-DAEMON@mx.example.org\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
            : "";
        return $"""
            {header}--b
            Content-Type: text/plain

            Your mail came back.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; {recipient}
            Action: {action}
            Status: {status}
            Diagnostic-Code: smtp; 550 {status} as it is

            --b
            Content-Type: {returned}

            From: PfP <pfp@example.org>
            To: {recipient}
            Message-ID: {messageId}
            Subject: As it was

            --b--

            """.ReplaceLineEndings("\r\n");
    }
}
