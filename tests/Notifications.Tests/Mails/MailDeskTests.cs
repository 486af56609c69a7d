using System.Net;
using System.Net.Http.Json;
using PfP.Contracts;
using PfP.Contracts.Identity;
using PfP.Contracts.Mail.Api;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.Notifications.Tests.Mails;

/// <summary>The secretariat sees what becomes of mails, and sends one again that failed.</summary>
public sealed class MailDeskTests(NotificationsHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Failed_IsShown_AndSentAgainWithTheSameMessageId()
    {
        var asked = await AskedAsync(SmtpFault.RefusePolicy, "failed");

        var shown = await host.ListedAsync("failed", asked.MemberId);
        using var resent = await host.ResendAsync(shown.Id);
        var mail = await host.Sink.NextAsync(asked.Contact.Email);

        Assert.Equal(HttpStatusCode.NoContent, resent.StatusCode);
        Assert.Equal(("introduction-asked", asked.Contact.Email, "SMTP 550 5.7.1", 1, false), (shown.Occasion, shown.Address, shown.LastAnswer, shown.Attempts, shown.IsPaused));
        Assert.Equal(shown.MessageId, mail.MessageId);
        await host.EndsAsync(asked.MemberId, "introduction-asked", "sent");
        var sent = await host.ListedAsync("sent", asked.MemberId);
        Assert.Equal((shown.Id, null, 2), (sent.Id, sent.Address, sent.Attempts));
    }

    [Fact]
    public async Task Failed_WhoseReasonNoLongerHolds_IsNotSentAgain()
    {
        var introduction = Guid.CreateVersion7();
        var asked = await AskedAsync(SmtpFault.RefusePolicy, "failed", introduction);
        await host.PublishAsync(new IntroductionAnswered(introduction, 2, Guid.NewGuid(), asked.MemberId, IntroductionAnswers.Withdrawn));
        await Eventually.TrueAsync(async () => await host.ScalarAsync<string>($"select answer from introductions where id = '{introduction}'") is not null, "the answer");

        using var resent = await host.ResendAsync((await host.ListedAsync("failed", asked.MemberId)).Id);

        await host.EndsAsync(asked.MemberId, "introduction-asked", "dropped");
        Assert.Empty(host.To(asked.Contact));
    }

    [Fact]
    public async Task Sent_IsNotSentTwice()
    {
        var asked = await AskedAsync(SmtpFault.None, "sent");

        using var resent = await host.ResendAsync((await host.ListedAsync("sent", asked.MemberId)).Id);

        Assert.Equal(HttpStatusCode.Conflict, resent.StatusCode);
        Assert.Contains("not sent twice", await resent.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Single(host.To(asked.Contact));
        Assert.Equal("sent", await host.ScalarAsync<string>($"select state from deliveries where recipient = '{asked.MemberId}'"));
    }

    [Fact]
    public async Task Planned_IsShownWithItsNextTry_AndIsSentOnlyByItself()
    {
        var asked = await AskedAsync(SmtpFault.RefuseForNow, "waiting");
        await host.IsPostponedAsync(asked.MemberId, "SMTP 451");

        var shown = await host.ListedAsync("planned", asked.MemberId);
        using var resent = await host.ResendAsync(shown.Id);

        Assert.Equal(("SMTP 451", true, null), (shown.LastAnswer, shown.NextTryAt > shown.DueAt, shown.Address));
        Assert.Equal(HttpStatusCode.Conflict, resent.StatusCode);
    }

    [Fact]
    public async Task List_IsOfOneState_AndKeptNowhere()
    {
        using var wrong = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Get, "mails?state=dropped", role: "moderator");
        using var right = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Get, "mails?pageSize=1", role: "moderator");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.True(right.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Refused_PausesTheAddress_UntilTheSecretariatResumesIt()
    {
        var asked = await AskedAsync(SmtpFault.RefuseForGood, "failed");
        var failed = await host.ListedAsync("failed", asked.MemberId);
        await host.PublishAsync(new IntroductionRequested(Guid.CreateVersion7(), 1, (await host.MemberAsync()).MemberId, asked.MemberId));
        await Eventually.TrueAsync(async () => await host.ScalarAsync<long>($"select count(*) from deliveries where recipient = '{asked.MemberId}' and state = 'dropped'") == 1, "the next one");

        var paused = await PausedAsync(asked.MemberId);
        using var tooEarly = await host.ResendAsync(failed.Id);
        var own = await OwnAsync(asked.MemberId);
        using var resumed = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Post, $"paused-addresses/{paused!.AddressHash}/resume", role: "moderator");
        using var resent = await host.ResendAsync(failed.Id);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NoContent, HttpStatusCode.NoContent), (tooEarly.StatusCode, resumed.StatusCode, resent.StatusCode));
        Assert.Equal((true, "A member", asked.Contact.Email, "SMTP 550"), (failed.IsPaused, paused.Name, paused.Address, paused.Status));
        Assert.Equal((paused.Since, null), (own.PausedSince, (await OwnAsync(asked.MemberId)).PausedSince));
        Assert.Equal(failed.MessageId, (await host.Sink.NextAsync(asked.Contact.Email)).MessageId);
        Assert.Null(await PausedAsync(asked.MemberId));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("5f0c6f2ac8b5b1cbf7ac2ea8b1c9b0f1d4b8b9aaf2b5e5a7f8d1c2b3a4958671")]
    public async Task Address_ThatIsNotPaused_IsNotResumed(string hash)
    {
        using var resumed = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Post, $"paused-addresses/{hash}/resume", role: "moderator");

        Assert.Equal(HttpStatusCode.NotFound, resumed.StatusCode);
    }

    /// <summary>A member whose mail of an introduction has come to that state.</summary>
    private async Task<MemberApproved> AskedAsync(SmtpFault fault, string state, Guid? introduction = null)
    {
        var (asking, asked) = (await host.MemberAsync(), await host.MemberAsync());
        if (fault != SmtpFault.None)
        {
            host.Sink.Refuse(asked.Contact.Email, fault);
        }

        await host.PublishAsync(new IntroductionRequested(introduction ?? Guid.CreateVersion7(), 1, asking.MemberId, asked.MemberId));
        await host.EndsAsync(asked.MemberId, "introduction-asked", state);
        return asked;
    }

    private async Task<PausedAddress?> PausedAsync(Guid member)
    {
        using var answer = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Get, "paused-addresses?pageSize=100", role: "moderator");
        return (await answer.Content.ReadFromJsonAsync<Page<PausedAddress>>(Cancellation))!.Items.SingleOrDefault(address => address.Recipient == member);
    }

    private async Task<OwnAddress> OwnAsync(Guid member)
    {
        using var answer = await host.AskAsync(member, HttpMethod.Get, "address");
        return (await answer.Content.ReadFromJsonAsync<OwnAddress>(Cancellation))!;
    }
}
