using PfP.Contracts.Catalogue;
using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.Notifications.Tests.Delivery;

public sealed class SubmissionMailTests(NotificationsHost host)
{
    [Theory]
    [InlineData(SubmissionMoves.Submitted, null, "en", "We have received your contribution", "")]
    [InlineData(SubmissionMoves.ChangesRequested, "summary", "fr", "Votre contribution : le secrétariat demande des modifications", "?field=summary")]
    [InlineData(SubmissionMoves.Published, null, "es", "Su contribución está publicada", "")]
    [InlineData(SubmissionMoves.Refused, null, "en", "Your contribution will not be published", "")]
    [InlineData(SubmissionMoves.Withdrawn, null, "es", "Su contribución ya no es pública", "")]
    public async Task Step_IsToldInTheReadersLanguage_WithItsLink(string step, string? field, string language, string subject, string query)
    {
        var member = await host.MemberAsync(language: language);
        var id = Guid.CreateVersion7();

        await host.PublishAsync(new SubmissionMoved(id, 3, step, member.MemberId) { Field = field });
        var mail = await host.Sink.NextAsync(member.Contact.Email);

        var prefix = language == "en" ? "" : $"/{language}";
        Assert.Equal((subject, $"https://pfp.example.org{prefix}/contribute/{id}{query}"), (mail.Subject, mail.Links.First().AbsoluteUri));
    }

    [Fact]
    public async Task Step_ToldTwice_IsMailedOnce_AndTakingBackIsNot()
    {
        var member = await host.MemberAsync();
        var moved = new SubmissionMoved(Guid.CreateVersion7(), 2, SubmissionMoves.Refused, member.MemberId);

        await host.PublishAsync(moved);
        await host.PublishAsync(moved);
        await host.PublishAsync(moved with { SubmissionId = Guid.CreateVersion7(), Step = SubmissionMoves.TakenBack });
        await host.Sink.NextAsync(member.Contact.Email);
        await Eventually.TrueAsync(async () => await host.ScalarAsync<long>($"select count(*) from submissions where member_id = '{member.MemberId}'") == 2, "all three are read");

        Assert.Equal(1, await host.ScalarAsync<long>($"select count(*) from deliveries where recipient = '{member.MemberId}'"));
    }

    [Fact]
    public async Task Step_ThatIsOvertakenBeforeItsMailLeaves_IsNotTold()
    {
        var member = await host.MemberAsync();
        var id = Guid.CreateVersion7();
        host.Sink.Refuse(member.Contact.Email, SmtpFault.RefuseForNow);
        await host.PublishAsync(new SubmissionMoved(id, 2, SubmissionMoves.Submitted, member.MemberId));
        await host.IsPostponedAsync(member.MemberId, "SMTP 451");

        await host.PublishAsync(new SubmissionMoved(id, 3, SubmissionMoves.TakenBack, member.MemberId));
        await Eventually.TrueAsync(async () => await host.ScalarAsync<string>($"select step from submissions where id = '{id}'") == SubmissionMoves.TakenBack, "the step");
        await host.HurryAsync(member.MemberId);

        await host.EndsAsync(member.MemberId, "submission-received", "dropped");
        Assert.Empty(host.To(member.Contact));
    }

    [Fact]
    public async Task ErasedMember_LeavesNoStep()
    {
        var member = await host.MemberAsync();
        await host.PublishAsync(new SubmissionMoved(Guid.CreateVersion7(), 2, SubmissionMoves.Submitted, member.MemberId));
        await host.Sink.NextAsync(member.Contact.Email);

        await host.PublishAsync(new MemberErased(member.MemberId, 9));

        await Eventually.TrueAsync(async () => await host.ScalarAsync<long>($"select count(*) from submissions where member_id = '{member.MemberId}'") == 0, "the steps are gone");
    }
}
