using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Calls.Replies;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Mail.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Calls.Submissions;

/// <summary>What a call will cause: the mails of this service, and for those who send the others what they are made of. Nothing is kept or sent.</summary>
internal static class CallMails
{
    /// <param name="lang">In which the mails are written.</param>
    public static async Task<Results<Ok<CallOutlookMails>, ValidationProblem, NotFound>> HandleAsync(
        Guid id, string? lang, Contributor contributor, CallsDbContext db, MailPreviews previews, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (AskedLanguage.Errors(lang) is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        // One that was refused causes nothing.
        if (await contributor.FindAsync(db, id, cancellationToken) is not { State: not DraftStates.Refused } call)
        {
            return TypedResults.NotFound();
        }

        var (isPublic, now) = (call.Slug is not null, clock.GetUtcNow());
        if (!isPublic && await AsPublishedAsync(call, db, now, cancellationToken) is { Count: > 0 } wrong)
        {
            return Breach.Answer(wrong);
        }

        var told = CallEvents.Published(call);
        var outlook = new CallOutlook(isPublic ? told : told with { PublishedAt = null }, isPublic, call.Content.ReplyMethod == ReplyMethods.Form);
        return TypedResults.Ok(new CallOutlookMails(outlook, call.Content.AdmitsGuests ? ToGuests(call, AskedLanguage.OrEnglish(lang), previews, now) : []));
    }

    /// <summary>Makes of it what its publication would; it is not saved.</summary>
    /// <returns>What keeps it from being published.</returns>
    private static async Task<IReadOnlyList<Breach>> AsPublishedAsync(Call call, CallsDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var template = new CallTemplate(call.Form);
        if (template.Wrong(now) is { Count: > 0 } wrong)
        {
            return wrong;
        }

        var content = template.Build(now);
        call.Publish(await CallAddress.FreeSlugAsync(db, content.Texts[content.Language].Title, call.Id, cancellationToken), content, now);
        return [];
    }

    private static CallMail[] ToGuests(Call call, string language, MailPreviews previews, DateTimeOffset now)
    {
        // No link that works leaves with it.
        const string Token = "…";
        var (reader, title) = (MailPreviews.Reader(language, call.Content.Deadline?.Zone ?? "UTC"), call.Content.In(language).Texts.Title);
        var sent = previews.Of(GuestReplySent.Compose(reader, title, now + Reply.ToConfirm, Token));
        var answered = previews.Of(GuestReplyAnswered.Compose(reader, title, GuestMails.Said(reader, "Preview.Answer"), Token));
        var isToClose = CallStatuses.IsToClose(call.StatusAt(now));
        return [Mail<GuestReplySent>(isToClose ? CallMailTimes.Possible : CallMailTimes.Past, sent), Mail<GuestReplyAnswered>(CallMailTimes.Possible, answered)];
    }

    private static CallMail Mail<TOccasion>(string time, MailPreview mail)
        where TOccasion : IMailOccasion =>
        new(MailPreviews.OccasionOf<TOccasion>(), MailPreviews.OccasionOf<TOccasion>(), CallMailPhases.Replies, CallMailReaders.Guest, null, time, null, false, mail);
}
