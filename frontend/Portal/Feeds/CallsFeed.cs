using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Design.Languages;
using PfP.Design.Resources;
using PfP.Portal.Clients;
using PfP.Portal.Resources;
using PfP.Portal.Text;

namespace PfP.Portal.Feeds;

/// <summary>Calls as they are published and changed, the latest first: who subscribes sees a call again when its deadline moved, when it is cancelled or has an outcome.</summary>
internal static class CallsFeed
{
    private const int Length = 50;

    public static async Task<IResult> GetAsync(HttpRequest request, CallsClient calls, IStringLocalizer<CallTexts> callTexts, IStringLocalizer<Texts> texts, CancellationToken cancellationToken)
    {
        var selection = CallSelection.From(request.Query);
        var answer = await calls.ListAsync(1, Length, cancellationToken, [.. selection.Parameters, new("sort", "changed")]);
        return answer switch
        {
            { Value: { } list } => Write(request, selection, callTexts, texts, list.Items),
            { State: AnswerState.Refused } => TypedResults.BadRequest(answer.Reason),
            _ => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };
    }

    private static IResult Write(HttpRequest request, CallSelection selection, IStringLocalizer<CallTexts> callTexts, IStringLocalizer<Texts> texts, IEnumerable<CallSummary> calls)
    {
        var feed = AtomDocument.Of(request);
        // Records of the archive are not news.
        var entries = from call in calls where call.ChangedAt is not null select Entry(feed, callTexts, call, call.ChangedAt!.Value);
        return feed.Write(callTexts["Feed.Title"], texts["Site.Name"], $"/calls{selection}", selection.PagePath, selection.FeedPath, [.. entries]);
    }

    private static (DateTimeOffset Updated, XElement Entry) Entry(AtomDocument feed, IStringLocalizer<CallTexts> callTexts, CallSummary call, DateTimeOffset changedAt)
    {
        var atom = AtomDocument.Atom;
        var title = call.LastNotice is { } notice && callTexts[$"Feed.{notice.Change}", call.Title] is { ResourceNotFound: false } told ? told.Value : call.Title;
        return feed.Entry(
            call.Id, call.Language, title, changedAt, call.Url,
            [
                call.Summary is null ? null : new XElement(atom + "summary", call.Summary),
                new XElement(atom + "content", AtomDocument.Language(SiteLanguage.Current.Code), string.Join("\n\n", Said(callTexts, call).OfType<string>())),
                .. call.Themes.Select(theme => new XElement(atom + "category", new XAttribute("term", theme.Value))),
            ]);
    }

    /// <summary>What happened, and until when replies are taken.</summary>
    private static IEnumerable<string?> Said(IStringLocalizer<CallTexts> callTexts, CallSummary call)
    {
        if (call.LastNotice is { } notice)
        {
            yield return callTexts[$"Notice.{notice.Change}", Deadlines.Day(DateOnly.FromDateTime(notice.At.UtcDateTime))];
            yield return notice.Reason;
            yield return notice.Before is { } before ? callTexts["Notice.Before", Deadlines.Date(callTexts, before)].Value : null;
        }

        yield return call switch
        {
            { State: CallStates.Cancelled } => null,
            { Deadline: { } deadline } => $"{callTexts["Deadline.Until"]} {Deadlines.Date(callTexts, deadline)} ({Deadlines.Explanation(callTexts, deadline)})",
            _ => callTexts["Deadline.Rolling"].Value,
        };
    }
}
