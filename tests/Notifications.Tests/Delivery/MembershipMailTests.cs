using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.Notifications.Tests.Delivery;

public sealed class MembershipMailTests(NotificationsHost host)
{
    [Theory]
    [InlineData("en", "You are now a member of PfP", "https://pfp.example.org/members")]
    [InlineData("fr", "Vous êtes désormais membre de PfP", "https://pfp.example.org/fr/members")]
    [InlineData("es", "Ya es miembro de PfP", "https://pfp.example.org/es/members")]
    public async Task Approval_IsToldInTheMembersLanguage(string language, string subject, string link)
    {
        var member = await host.MemberAsync(language: language, invited: false);

        var mail = await host.Sink.NextAsync(member.Contact.Email);

        Assert.Equal(subject, mail.Subject);
        Assert.Equal(link, mail.Links.First().AbsoluteUri);
        Assert.Contains(link, mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_WhenDeliveredTwiceAndPublishedAnew_IsToldOnce()
    {
        var member = await host.MemberAsync(invited: false);
        var repeated = Guid.CreateVersion7();

        await host.PublishAsync(member, repeated);
        await host.PublishAsync(member, repeated);
        await Eventually.TrueAsync(async () => await host.ScalarAsync<long>($"select count(*) from inbox where message_id = '{repeated}'") == 1, "it was handled");
        await host.EndsAsync(member.MemberId, "membership-approved", "sent");

        Assert.Equal(1, await host.ScalarAsync<long>($"select count(*) from deliveries where recipient = '{member.MemberId}'"));
        Assert.Single(host.To(member.Contact));
    }

    [Fact]
    public async Task Approval_WhenMemberWasInvited_IsNotTold()
    {
        var member = await host.MemberAsync(invited: true);

        Assert.Equal(0, await host.ScalarAsync<long>($"select count(*) from deliveries where recipient = '{member.MemberId}'"));
    }

    [Fact]
    public async Task Refusal_TellsTheReason()
    {
        var contact = Contact(out var id, "fr");

        await host.PublishAsync(new MemberRefused(id, 1, contact, "Only governments <and> organisations."));
        var mail = await host.Sink.NextAsync(contact.Email);

        Assert.Equal("Votre inscription à PfP", mail.Subject);
        Assert.Contains("Only governments <and> organisations.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Only governments &lt;and&gt; organisations.", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_WhenApprovedBeforeItIsSent_IsDropped()
    {
        var contact = Contact(out var id);
        host.Sink.Refuse(contact.Email, SmtpFault.RefuseForNow);
        await host.PublishAsync(new MemberRefused(id, 1, contact, "No."));
        await host.IsPostponedAsync(id, "SMTP 451");

        await host.PublishAsync(new MemberApproved(id, 2, contact, ["member"]) { Invited = true });
        await Eventually.TrueAsync(async () => await host.ScalarAsync<int>($"select version from members where id = '{id}'") == 2, "the approval");
        await host.HurryAsync(id);

        await host.EndsAsync(id, "membership-refused", "dropped");
        Assert.Empty(host.To(contact));
    }

    [Fact]
    public async Task Refusal_WhenItComesAfterALaterApproval_ChangesNothing()
    {
        var contact = Contact(out var id);
        await host.PublishAsync(new MemberApproved(id, 2, contact, ["member"]) { Invited = true });
        await Eventually.TrueAsync(async () => await host.ScalarAsync<int>($"select version from members where id = '{id}'") == 2, "the approval");

        await host.PublishAsync(new MemberRefused(id, 1, contact, "No."));

        await host.EndsAsync(id, "membership-refused", "dropped");
        Assert.Equal("member", await host.ScalarAsync<string>($"select state from members where id = '{id}'"));
    }

    private static MemberContact Contact(out Guid id, string language = "en")
    {
        id = Guid.CreateVersion7();
        return new("Someone", $"{id:N}@example.org", language, "UTC");
    }
}
