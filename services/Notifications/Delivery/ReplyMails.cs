using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Calls;
using PfP.Notifications.Choices;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

/// <summary>That there is a reply: not from whom and not what it says, which the page shows to whoever may read it.</summary>
internal sealed class OwnCallReplied(NewsMails mails, NotificationsDbContext db, UnsubscribeTokens tokens, TimeProvider clock) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var (_, call) = await mails.FindAsync(planned, cancellationToken);
        var member = await db.MemberAsync(planned.Recipient, cancellationToken);
        var choices = await db.ChoicesAsync(planned.Recipient, cancellationToken);
        if (call.Owner is not { } owner || !await db.ActsForAsync(planned.Recipient, owner, clock.GetUtcNow(), cancellationToken) || member.Reader is not { } to || !choices.Wants(MailKinds.Notices))
        {
            return null;
        }

        return Compose(tokens, member.Id, to, call);
    }

    public static ComposedMail Compose(UnsubscribeTokens tokens, Guid memberId, MailRecipient to, KnownCall call) =>
        Mails.Compose<OwnCallReplied>(to, $"/contribute/calls/{call.Id}/replies", call.Titles[call.LanguageFor(to.Language)]) with
        {
            Reason = Mails.Said(to, "Reason.Owner"),
            UnsubscribePath = Unsubscribe.PathOf(tokens.Create(memberId, MailKinds.Notices)),
        };
}

/// <summary>That a member's reply was answered, which they wait for.</summary>
internal sealed class OwnReplyAnswered(NewsMails mails, NotificationsDbContext db) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var (_, call) = await mails.FindAsync(planned, cancellationToken);
        var member = await db.MemberAsync(planned.Recipient, cancellationToken);
        return member.Reader is { } to ? Compose(to, call) : null;
    }

    public static ComposedMail Compose(MailRecipient to, KnownCall call) =>
        Mails.Compose<OwnReplyAnswered>(to, $"{call.Path}/reply", call.Titles[call.LanguageFor(to.Language)]);
}
