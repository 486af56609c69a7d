using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Mail.Api;
using PfP.Contracts.Search;
using PfP.Notifications.Choices;
using PfP.Notifications.Delivery;
using PfP.Notifications.Digests;
using PfP.Notifications.Matching;
using PfP.Notifications.Reminders;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Previews;

/// <summary>The mails of a call, each composed as it is when it leaves, for a reader who is nobody.</summary>
internal sealed class ExampleMails(NewsMails news, CallMails mails, DigestMails digests, UnsubscribeTokens tokens, MailPreviews previews)
{
    private static readonly Guid Nobody = Guid.Empty;

    public IEnumerable<CallMail> Of(PreviewedCall of) =>
        [.. Review(of), .. Opening(of), .. Reminders(of), .. Changes(of), .. Replies(of), .. Closing(of), .. Outcome(of)];

    private IEnumerable<CallMail> Review(PreviewedCall of)
    {
        SubmissionStep Step(string step) => new(of.Call.Id, of.Call.Version, step, Nobody, null, OfCall: true);
        var inReview = PreviewedCall.If(!of.Outlook.IsPublic);
        yield return Mail<CallReceived>(CallMailPhases.Review, CallMailReaders.Submitter, null, CallMailTimes.Past, null, SubmissionSteps.Compose<CallReceived>(of.Reader, Step(SubmissionMoves.Submitted)));
        yield return Mail<CallChangesRequested>(CallMailPhases.Review, CallMailReaders.Submitter, null, inReview, null, SubmissionSteps.Compose<CallChangesRequested>(of.Reader, Step(SubmissionMoves.ChangesRequested)));
        yield return Mail<CallRefused>(CallMailPhases.Review, CallMailReaders.Submitter, null, inReview, null, SubmissionSteps.Compose<CallRefused>(of.Reader, Step(SubmissionMoves.Refused)));
    }

    private IEnumerable<CallMail> Opening(PreviewedCall of)
    {
        yield return ToOwner<OwnCallPublished>(of, CallMailPhases.Opening, CallChanges.Published, of.At(of.Event.PublishedAt), of.Event.PublishedAt);
        var (time, at) = (of.At(of.OpensAt), of.OpensAt);
        if (of.Call.CountriesWanted is [var country, ..])
        {
            var mail = CallMatch.Compose(mails, of.Reader, new(Nobody, country, []), of.Call);
            yield return Mail<CallMatch>(CallMailPhases.Opening, CallMailReaders.FocalPoints, of.Audience.FocalPoints, time, at, mail, CallMailReaders.FocalPoints);
        }

        if (of.Call.Themes is { Length: > 0 } themes)
        {
            yield return Mail<CallMatch>(CallMailPhases.Opening, CallMailReaders.Offering, of.Audience.Offering, time, at, CallMatch.Compose(mails, of.Reader, new(Nobody, null, themes), of.Call), CallMailReaders.Offering);
        }

        if (of.OpensLater)
        {
            yield return ToFollowers<FollowedCallOpened>(of, CallMailPhases.Opening, of.Told(Calls.CallNews.Opened, at), of.Audience.Followers, time, at);
        }

        var found = new MatchedEntry(EntryKinds.Call, of.Call.Id, of.Call.Path, of.Call.Language, of.Call.Titles, of.Call.Owner);
        var item = KeepFound.ItemOf(found, new(Guid.Empty, Nobody, Mails.Said(of.Reader, "Preview.Search"), "", [found]), of.Now);
        yield return Mail<FollowsDigest>(CallMailPhases.Opening, CallMailReaders.Searches, null, of.At(of.Event.PublishedAt), null, digests.Compose(Nobody, of.Reader, [item]));
    }

    /// <summary>A rung that has passed already is never sent.</summary>
    private IEnumerable<CallMail> Reminders(PreviewedCall of) =>
        from closesAt in new[] { of.Call.ClosesAt }.OfType<DateTimeOffset>()
        from days in Ladder.Rungs
        let at = Ladder.DueAt(closesAt, days, MemberClock.Of(of.Reader.TimeZone, null))
        let mail = CallReminder.Compose(mails, Nobody, of.Reader, of.Call, days)
        select Mail<CallReminder>(CallMailPhases.Reminders, CallMailReaders.Followers, of.Audience.Reminded[days], of.At(at), at, mail, $"{days}") with { ByReadersClock = true };

    private IEnumerable<CallMail> Changes(PreviewedCall of)
    {
        if (of.Call.ClosesAt is not null)
        {
            yield return Changed<FollowedCallExtended>(of, CallChanges.Extended, of.IsToClose);
        }

        yield return Changed<FollowedCallCancelled>(of, CallChanges.Cancelled, of.IsToClose);
        yield return Changed<FollowedCallReopened>(of, CallChanges.Reopened, !of.IsCompleted);
    }

    private IEnumerable<CallMail> Replies(PreviewedCall of)
    {
        if (of.Outlook.TakesReplies)
        {
            yield return Mail<OwnCallReplied>(CallMailPhases.Replies, CallMailReaders.Owner, of.Audience.Owners, PreviewedCall.If(of.IsToClose), null, OwnCallReplied.Compose(tokens, Nobody, of.Reader, of.Call));
            yield return Mail<OwnReplyAnswered>(CallMailPhases.Replies, CallMailReaders.Replier, null, CallMailTimes.Possible, null, OwnReplyAnswered.Compose(of.Reader, of.Call));
        }
    }

    private IEnumerable<CallMail> Closing(PreviewedCall of)
    {
        if (of.Call.ClosesAt is { } at)
        {
            yield return ToOwner<OwnCallClosed>(of, CallMailPhases.Closing, Calls.CallNews.Closed, of.At(at), at);
            yield return ToFollowers<FollowedCallClosed>(of, CallMailPhases.Closing, of.Told(Calls.CallNews.Closed, at), of.Audience.OtherFollowers, of.At(at), at);
        }
    }

    private IEnumerable<CallMail> Outcome(PreviewedCall of)
    {
        if (of.Call.ClosesAt is { } closesAt)
        {
            foreach (var days in OutcomeDue.Told)
            {
                var at = closesAt.AddDays(days);
                yield return days < OutcomeDue.Days
                    ? ToOwner<OwnOutcomeDue>(of, CallMailPhases.Outcome, Calls.CallNews.OutcomeDue, of.At(at), at, $"{days}")
                    : ToOwner<OwnOutcomeOverdue>(of, CallMailPhases.Outcome, Calls.CallNews.OutcomeDue, of.At(at), at);
            }

            yield return ToFollowers<FollowedCallCompleted>(
                of, CallMailPhases.Outcome, of.Changed(CallChanges.Completed), of.Audience.Followers, PreviewedCall.If(!of.IsCompleted && !of.IsCancelled), null);
        }
    }

    private CallMail Changed<TOccasion>(PreviewedCall of, string change, bool canHappen)
        where TOccasion : IMailOccasion
    {
        var call = change == CallChanges.Cancelled ? of.Call : of.WithMoreTime();
        return Mail<TOccasion>(
            CallMailPhases.Changes, CallMailReaders.Followers, of.Audience.Followers, PreviewedCall.If(canHappen), null, news.Compose<TOccasion>(Nobody, of.Reader, isOwner: false, of.Changed(change), call));
    }

    private CallMail ToOwner<TOccasion>(PreviewedCall of, string phase, string change, string time, DateTimeOffset? at, string? variant = null)
        where TOccasion : IMailOccasion
    {
        var told = change == CallChanges.Published ? of.Changed(change) : of.Told(change, at);
        return Mail<TOccasion>(phase, CallMailReaders.Owner, of.Audience.Owners, time, at, news.Compose<TOccasion>(Nobody, of.Reader, isOwner: true, told, of.Call), variant);
    }

    private CallMail ToFollowers<TOccasion>(PreviewedCall of, string phase, Calls.CallNews told, int count, string time, DateTimeOffset? at)
        where TOccasion : IMailOccasion =>
        Mail<TOccasion>(phase, CallMailReaders.Followers, count, time, at, news.Compose<TOccasion>(Nobody, of.Reader, isOwner: false, told, of.Call));

    private CallMail Mail<TOccasion>(string phase, string to, int? count, string time, DateTimeOffset? at, ComposedMail mail, string? variant = null)
        where TOccasion : IMailOccasion
    {
        var occasion = MailPreviews.OccasionOf<TOccasion>();
        // No link that works leaves with it.
        var shown = mail.UnsubscribePath is null ? mail : mail with { UnsubscribePath = Unsubscribe.PathOf("…") };
        return new(variant is null ? occasion : $"{occasion}-{variant}", occasion, phase, to, time == CallMailTimes.Past ? null : count, time, at, false, previews.Of(shown));
    }
}
