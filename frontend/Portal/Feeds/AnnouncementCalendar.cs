using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;
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

    private static CalendarEvent Event(HttpRequest request, TimeProvider clock, AnnouncementItem item, AnnouncedEvent dates) => new()
    {
        Uid = $"announcement-{item.Id}@{request.Host.Host}",
        Sequence = item.Version,
        DtStamp = new CalDateTime(clock.GetUtcNow().UtcDateTime),
        Summary = item.Title,
        Description = item.Text,
        Location = dates.Place,
        Url = new Uri($"{request.Scheme}://{request.Host}{SiteLanguage.Local(item.Url)}"),
        Status = EventStatus.Confirmed,
        // Whole days are those days wherever the reader is, and end with the day after the last one.
        Start = dates.FromTime is null ? new CalDateTime(dates.From) : new CalDateTime(dates.StartsAt.UtcDateTime, CalDateTime.UtcTzId),
        End = dates.FromTime is null ? new CalDateTime(dates.To.AddDays(1)) : new CalDateTime(dates.EndsAt.UtcDateTime, CalDateTime.UtcTzId),
    };
}
