using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.Notifications.Tests.Delivery;

public sealed class IntroductionMailTests(NotificationsHost host)
{
    [Fact]
    public async Task Request_NamesWhoAsksAndShowsNoAddress()
    {
        var asking = await host.MemberAsync("Ministry of Labour");
        var asked = await host.MemberAsync("The one asked", "es");
        var id = Guid.CreateVersion7();

        await host.PublishAsync(new IntroductionRequested(id, 1, asking.MemberId, asked.MemberId));
        var mail = await host.Sink.NextAsync(asked.Contact.Email);

        Assert.Equal("Ministry of Labour desea ponerse en contacto con usted", mail.Subject);
        Assert.Equal($"https://pfp.example.org/es/members/introductions/{id}", mail.Links.First().AbsoluteUri);
        Assert.DoesNotContain(asking.Contact.Email, mail.Raw + mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_WhenNameHoldsALineBreak_AddsNoHeader()
    {
        var asking = await host.MemberAsync("Ministry\r\nBcc: everyone@example.org");
        var asked = await host.MemberAsync();

        await host.PublishAsync(new IntroductionRequested(Guid.CreateVersion7(), 1, asking.MemberId, asked.MemberId));
        var mail = await host.Sink.NextAsync(asked.Contact.Email);

        Assert.Null(mail.Header("Bcc"));
        Assert.Equal("Ministry Bcc: everyone@example.org asks to be introduced to you", mail.Subject);
    }

    [Theory]
    [InlineData(IntroductionAnswers.Declined)]
    [InlineData(IntroductionAnswers.Withdrawn)]
    public async Task Request_WhenAnsweredBeforeItIsSent_IsDropped(string answer)
    {
        var (asking, asked) = (await host.MemberAsync(), await host.MemberAsync());
        var id = Guid.CreateVersion7();
        host.Sink.Refuse(asked.Contact.Email, SmtpFault.RefuseForNow);
        await host.PublishAsync(new IntroductionRequested(id, 1, asking.MemberId, asked.MemberId));
        await host.IsPostponedAsync(asked.MemberId, "SMTP 451");

        await host.PublishAsync(new IntroductionAnswered(id, 2, asking.MemberId, asked.MemberId, answer));
        await Eventually.TrueAsync(async () => await host.ScalarAsync<string>($"select answer from introductions where id = '{id}'") == answer, "the answer");
        await host.HurryAsync(asked.MemberId);

        await host.EndsAsync(asked.MemberId, "introduction-asked", "dropped");
        Assert.Empty(host.To(asked.Contact));
        Assert.Empty(host.To(asking.Contact));
    }

    [Fact]
    public async Task Acceptance_IsToldToTheOneWhoAsked()
    {
        var (asking, asked) = (await host.MemberAsync(language: "fr"), await host.MemberAsync("Ministry of Finance"));
        var id = Guid.CreateVersion7();

        await host.PublishAsync(new IntroductionAnswered(id, 2, asking.MemberId, asked.MemberId, IntroductionAnswers.Accepted));
        var mail = await host.Sink.NextAsync(asking.Contact.Email);

        Assert.Equal("Ministry of Finance a accepté votre mise en relation", mail.Subject);
        Assert.DoesNotContain(asked.Contact.Email, mail.Raw + mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_WhenItOvertakesTheMember_WaitsForThem()
    {
        var asking = await host.MemberAsync();
        var late = Guid.CreateVersion7();

        await host.PublishAsync(new IntroductionRequested(Guid.CreateVersion7(), 1, asking.MemberId, late));
        await host.IsPostponedAsync(late, "MemberNotKnownYetException");
        await host.PublishAsync(new MemberApproved(late, 1, new("Late", $"{late:N}@example.org", "en", "UTC"), ["member"]) { Invited = true });
        await Eventually.TrueAsync(async () => await host.ScalarAsync<int>($"select version from members where id = '{late}'") == 1, "the approval");
        await host.HurryAsync(late);

        Assert.Contains("asks to be introduced", (await host.Sink.NextAsync($"{late:N}@example.org")).Subject, StringComparison.Ordinal);
    }
}
