using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Calls;
using PfP.Notifications.Choices;
using PfP.Notifications.Data;
using PfP.Notifications.Members;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Delivery;

/// <summary>News of a call, if it still is news when the mail leaves, and if its reader still is one.</summary>
internal sealed class NewsMails(NotificationsDbContext db, CallMails mails, TimeProvider clock)
{
    public async Task<ComposedMail?> ToFollowerAsync<TOccasion>(PlannedMail planned, CancellationToken cancellationToken)
        where TOccasion : IMailOccasion
    {
        var (news, call) = await FindAsync(planned, cancellationToken);
        return await db.Follows.AnyAsync(follow => follow.CallId == call.Id && follow.MemberId == planned.Recipient, cancellationToken)
            ? await ComposeAsync<TOccasion>(planned, news, call, isOwner: false, cancellationToken)
            : null;
    }

    /// <summary>Also to who sent the call in, of its publication.</summary>
    public async Task<ComposedMail?> ToOwnerAsync<TOccasion>(PlannedMail planned, CancellationToken cancellationToken)
        where TOccasion : IMailOccasion
    {
        var (news, call) = await FindAsync(planned, cancellationToken);
        var isTheirs = (call.Owner is { } owner && await db.ActsForAsync(planned.Recipient, owner, clock.GetUtcNow(), cancellationToken))
            || (news.Change == CallChanges.Published && await db.Submissions.AnyAsync(
                step => step.Id == call.Id && step.MemberId == planned.Recipient && step.Step == SubmissionMoves.Published, cancellationToken));
        return isTheirs ? await ComposeAsync<TOccasion>(planned, news, call, isOwner: true, cancellationToken) : null;
    }

    /// <summary>What a mail is about; throws where it is not known yet, so that the mail waits.</summary>
    public async Task<(CallNews News, KnownCall Call)> FindAsync(PlannedMail planned, CancellationToken cancellationToken)
    {
        var news = await db.News.AsNoTracking().SingleOrDefaultAsync(row => row.Id == planned.Subject, cancellationToken)
            ?? throw new CallNotKnownYetException($"No event told of news {planned.Subject} yet.");
        return (news, await db.Calls.AsNoTracking().SingleOrDefaultAsync(row => row.Id == news.CallId, cancellationToken)
            ?? throw new CallNotKnownYetException($"No event told of call {news.CallId} yet."));
    }

    private async Task<ComposedMail?> ComposeAsync<TOccasion>(PlannedMail planned, CallNews news, KnownCall call, bool isOwner, CancellationToken cancellationToken)
        where TOccasion : IMailOccasion
    {
        var member = await db.MemberAsync(planned.Recipient, cancellationToken);
        var choices = await db.ChoicesAsync(planned.Recipient, cancellationToken);
        if (member.Reader is not { } to || !choices.Wants(MailKinds.Notices) || !news.HoldsFor(call, clock.GetUtcNow()) || await IsOvertakenAsync(news, cancellationToken))
        {
            return null;
        }

        return Compose<TOccasion>(member.Id, to, isOwner, news, call);
    }

    public ComposedMail Compose<TOccasion>(Guid memberId, MailRecipient to, bool isOwner, CallNews news, KnownCall call)
        where TOccasion : IMailOccasion
    {
        var mail = mails.Compose<TOccasion>(new(memberId, to, MailKinds.Notices, isOwner), call, values: OutcomeDay(to, news, call));
        return mail with
        {
            Paragraphs = [.. mail.Paragraphs, .. Details(to, news, call)],
            // Where the outcome is published.
            Button = news.Change == CallNews.OutcomeDue ? mail.Button! with { Path = $"/contribute/calls/{call.Id}" } : mail.Button,
        };
    }

    /// <summary>A deadline that was moved again is told once, as it is; of what is asked for several times, the last is of use.</summary>
    private async Task<bool> IsOvertakenAsync(CallNews news, CancellationToken cancellationToken) =>
        (news.Change == CallNews.OutcomeDue && await db.News.AnyAsync(later => later.CallId == news.CallId && later.Change == news.Change && later.At > news.At, cancellationToken))
        || (news.Change is CallChanges.Extended or CallChanges.Reopened && await db.News.AnyAsync(
            later => later.CallId == news.CallId && later.Version > news.Version && (later.Change == CallChanges.Extended || later.Change == CallChanges.Reopened), cancellationToken));

    /// <summary>Until when its owner says what came of it.</summary>
    private static object[] OutcomeDay(MailRecipient reader, CallNews news, KnownCall call) =>
        news.Change is CallNews.Closed or CallNews.OutcomeDue && call.ClosesAt is { } closed ? [closed.AddDays(OutcomeDue.Days).ToString("D", reader.Culture)] : [];

    private static IEnumerable<string> Details(MailRecipient reader, CallNews news, KnownCall call)
    {
        if (news.Change is CallChanges.Extended or CallChanges.Reopened && call.DeadlineBefore is { } before)
        {
            yield return Mails.Said(reader, "Deadline.Before", CallMails.Stated(reader, before));
        }

        if (news.Reason is { } reason)
        {
            yield return Mails.Said(reader, "News.Reason", reason);
        }
    }
}

/// <summary>Events come in no promised order.</summary>
internal sealed class CallNotKnownYetException(string message) : Exception(message);
