using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using PfP.Contracts.Catalogue.Api;
using PfP.Portal.Clients;

namespace PfP.Portal.Feeds;

/// <summary>An announced event as iCalendar (RFC 5545); the same event for good, as of a call's deadline.</summary>
internal static class AnnouncementCalendar
{
    public static async Task<IResult> GetAsync(Guid id, HttpRequest request, AnnouncementsClient announcements, TimeProvider clock, CancellationToken cancellationToken) =>
        await announcements.OneAsync(id, cancellationToken) switch
        {
            { Value: { Event: { } dates } item } => CalendarFile.Of(item.Title, [Event(request, clock, item, dates)]),
            { State: AnswerState.Unreachable } => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
            _ => TypedResults.NotFound(),
        };

    private static CalendarEvent Event(HttpRequest request, TimeProvider clock, AnnouncementItem item, AnnouncedEvent dates)
    {
        var entry = CalendarFile.Event(request, clock, "announcement", item.Id, item.Version, item.Title, item.Text, item.Url);
        entry.Location = dates.Place;
        // Whole days are those days wherever the reader is, and end with the day after the last one.
        (entry.Start, entry.End) = dates.FromTime is null
            ? (new CalDateTime(dates.From), new CalDateTime(dates.To.AddDays(1)))
            : (new CalDateTime(dates.StartsAt.UtcDateTime, CalDateTime.UtcTzId), new CalDateTime(dates.EndsAt.UtcDateTime, CalDateTime.UtcTzId));
        return entry;
    }
}
