using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Portal.Clients;
using PfP.Portal.Resources;

namespace PfP.Portal.Feeds;

/// <summary>
/// Deadlines of calls as iCalendar (RFC 5545). An event keeps its UID for good, and its SEQUENCE counts with the call's version, so that an
/// extension moves it and a cancellation crosses it out in a calendar that has subscribed.
/// </summary>
internal static class CallCalendar
{
    private const int Length = 100;

    /// <summary>What is still to come; with what was cancelled, so that it goes from calendars too.</summary>
    private static readonly string[] Statuses = [CallStatuses.Upcoming, CallStatuses.Open, CallStatuses.ClosingSoon, CallStates.Cancelled];

    public static async Task<IResult> ListAsync(HttpContext http, CallsClient calls, IStringLocalizer<CallTexts> callTexts, TimeProvider clock, CancellationToken cancellationToken)
    {
        var answer = await calls.ListAsync(1, Length, cancellationToken, [.. CallSelection.From(http.Request.Query).Parameters, .. Statuses.Select(status => KeyValuePair.Create("status", (string?)status))]);
        return answer switch
        {
            { Value: { } list } => Write(http.Request, callTexts, clock, list.Items),
            { State: AnswerState.Refused } => TypedResults.BadRequest(answer.Reason),
            _ => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };
    }

    public static async Task<IResult> OneAsync(string slug, HttpContext http, CallsClient calls, IStringLocalizer<CallTexts> callTexts, TimeProvider clock, CancellationToken cancellationToken)
    {
        var answer = await calls.CallAsync(slug, cancellationToken);
        return answer switch
        {
            { Value.Summary: { Deadline: not null } call } => Write(http.Request, callTexts, clock, [call]),
            { Value: not null } or { State: AnswerState.Missing } => TypedResults.NotFound(),
            _ => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };
    }

    private static ContentHttpResult Write(HttpRequest request, IStringLocalizer<CallTexts> callTexts, TimeProvider clock, IEnumerable<CallSummary> calls) =>
        CalendarFile.Of(callTexts["Calendar.Name"], calls.Where(call => call.Deadline is not null).Select(call => Event(request, callTexts, clock, call, call.Deadline!)));

    private static CalendarEvent Event(HttpRequest request, IStringLocalizer<CallTexts> callTexts, TimeProvider clock, CallSummary call, DeadlineResponse deadline)
    {
        var entry = CalendarFile.Event(request, clock, "call", call.Id, call.Version, callTexts["Calendar.Event", call.Title], call.Summary, call.Url);
        entry.Status = call.State == CallStates.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed;
        entry.Transparency = TransparencyType.Transparent;
        if (deadline.Precision == "minute")
        {
            entry.Start = new CalDateTime(deadline.At.UtcDateTime, CalDateTime.UtcTzId);
        }
        else
        {
            // The last day as a whole: it is that day wherever the reader is.
            entry.Start = new CalDateTime(deadline.Date);
        }

        return entry;
    }
}
