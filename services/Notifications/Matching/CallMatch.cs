using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Calls;
using PfP.Notifications.Data;
using PfP.Notifications.Delivery;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;
using PfP.Vocabularies;

namespace PfP.Notifications.Matching;

/// <summary>That a call has opened which is for this member, and why we think so. All of it is looked at again when the mail leaves.</summary>
internal sealed class CallMatch(NotificationsDbContext db, CallMails mails, TimeProvider clock) : IMailOccasion
{
    public async ValueTask<ComposedMail?> ComposeAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (member, call) = (planned.Recipient, await db.Calls.AsNoTracking().SingleAsync(row => row.Id == planned.Subject, cancellationToken));
        if (!call.IsOpenAt(now) || await HasSaidAsync(member, call.Id, cancellationToken)
            || await db.MatchesAsync(call.Wanted, now, cancellationToken, only: member) is not [var match]
            || (await db.MemberAsync(member, cancellationToken)).Reader is not { } reader)
        {
            return null;
        }

        return Compose(mails, reader, match, call);
    }

    public static ComposedMail Compose(CallMails mails, MailRecipient reader, Match match, KnownCall call)
    {
        var (reason, page) = (ReasonOf(match, reader), $"/members/following/{call.Slug}");
        var mail = mails.Compose<CallMatch>(new(match.MemberId, reader, MailKinds.Matches), call, values: reason);
        return mail with
        {
            Links = [new(Mails.Said(reader, "CallMatch.Follow"), page), new(Mails.Said(reader, "CallMatch.NotForUs"), $"{page}?not-for-us")],
            Reason = Mails.Said(reader, "Reason.Match"),
        };
    }

    /// <summary>Whether the member follows it meanwhile, and so knows it, or does not want to.</summary>
    private async Task<bool> HasSaidAsync(Guid member, Guid call, CancellationToken cancellationToken) =>
        await db.Follows.AnyAsync(follow => follow.CallId == call && follow.MemberId == member, cancellationToken)
        || await db.NotForUs.AnyAsync(said => said.CallId == call && said.MemberId == member, cancellationToken);

    private static string ReasonOf(Match match, MailRecipient reader)
    {
        var language = reader.Culture.TwoLetterISOLanguageName;
        return match.Country is { } code
            ? Mails.Said(reader, "CallMatch.FocalPoint", Countries.Find(code)?.Name.In(language) ?? code)
            : Mails.Said(reader, "CallMatch.Offers", string.Join("; ", match.Themes.Select(theme => Vocabulary.Themes.Find(theme)?.Label.In(language) ?? theme)));
    }
}
