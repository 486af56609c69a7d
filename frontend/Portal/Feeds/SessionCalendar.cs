using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.Portal.Clients;
using PfP.Portal.Text;

namespace PfP.Portal.Feeds;

/// <summary>The days of a session as iCalendar (RFC 5545); the same event for good, as of a call's deadline.</summary>
internal static class SessionCalendar
{
    public static async Task<IResult> GetAsync(string slug, HttpRequest request, CatalogueClient catalogue, TimeProvider clock, CancellationToken cancellationToken)
    {
        var answer = await catalogue.EntryAsync(Kinds.List(EntryKinds.Session), slug, null, cancellationToken);
        return answer switch
        {
            { Value: { Session: { StartDate: { } start } session } entry } => CalendarFile.Of(entry.Title, [Event(request, clock, entry, session, start)]),
            { State: AnswerState.Unreachable } => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
            _ => TypedResults.NotFound(),
        };
    }

    private static CalendarEvent Event(HttpRequest request, TimeProvider clock, EntryResponse entry, SessionFields session, DateOnly start)
    {
        var days = CalendarFile.Event(request, clock, EntryKinds.Session, entry.Id, entry.Version, entry.Title, entry.Summary, entry.Url);
        days.Location = session.Place;
        // Whole days: they are those days wherever the reader is. The end is the day after the last one.
        (days.Start, days.End) = (new CalDateTime(start), new CalDateTime((session.EndDate ?? start).AddDays(1)));
        return days;
    }
}
