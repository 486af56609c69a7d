using PfP.Contracts.Calls;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Calls;
using PfP.Notifications.Choices;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

/// <param name="Kind">One of <see cref="MailKinds"/>.</param>
/// <param name="IsOwner">Gets it for acting for the call's owner, not for following it.</param>
internal sealed record CallReader(Guid MemberId, MailRecipient Recipient, string Kind, bool IsOwner = false);

/// <summary>Mails about calls: each says the title, the deadline in its owner's words and by the reader's clock, and how to get no more of them.</summary>
internal sealed class CallMails(UnsubscribeTokens tokens)
{
    // How a month or a day ends is told by its last minute: 00:00 of the next day is misread.
    private static readonly TimeSpan LastMinute = TimeSpan.FromMinutes(1);

    /// <param name="variant">Texts of their own for a case: <c>.Tomorrow</c>.</param>
    /// <param name="values">For the texts' places after the first, which is the call's title.</param>
    public ComposedMail Compose<TOccasion>(CallReader reader, KnownCall call, string variant = "", params object[] values)
        where TOccasion : IMailOccasion
    {
        var (to, language) = (reader.Recipient, call.LanguageFor(reader.Recipient.Language));
        var mail = Mails.ComposeVariant<TOccasion>(to, variant, call.Path, [call.Titles[language], .. values]);
        return mail with
        {
            Paragraphs = [.. mail.Paragraphs, .. Deadline(to, call)],
            Reason = Mails.Said(to, reader.IsOwner ? "Reason.Owner" : "Reason.Follower"),
            UnsubscribePath = Unsubscribe.PathOf(tokens.Create(reader.MemberId, reader.Kind)),
        };
    }

    /// <summary>A deadline as its owner states it.</summary>
    public static string Stated(MailRecipient reader, StatedDeadline deadline) =>
        Mails.Said(reader, $"Stated.{deadline.Precision}", deadline.Date, deadline.Time ?? default, deadline.Zone);

    private static IEnumerable<string> Deadline(MailRecipient reader, KnownCall call)
    {
        if (call.ClosesAt is not { } closesAt)
        {
            return [Mails.Said(reader, "Deadline.None")];
        }

        var local = Mails.Said(reader, "Deadline.Local", reader.Local(call.Deadline?.Time is null ? closesAt - LastMinute : closesAt));
        return call.Deadline is { } stated ? [Mails.Said(reader, "Deadline", Stated(reader, stated)), local] : [local];
    }
}
