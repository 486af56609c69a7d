using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Design.Languages;

namespace PfP.Portal.Feeds;

internal static class CalendarFile
{
    /// <param name="name">As a calendar that subscribes to it shows it.</param>
    public static ContentHttpResult Of(string name, IEnumerable<CalendarEvent> events)
    {
        var calendar = new Calendar { ProductId = "-//GFMD//PfP//EN" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.Events.AddRange(events);
        return TypedResults.Text(new CalendarSerializer().SerializeToString(calendar)!, "text/calendar", Encoding.UTF8);
    }

    /// <summary>
    /// An event without its days. It keeps its UID for good, and its SEQUENCE counts with the version of what it is about, so that a change moves it in a
    /// calendar that has it.
    /// </summary>
    /// <param name="path">Of the page about it, without culture.</param>
    public static CalendarEvent Event(HttpRequest request, TimeProvider clock, string kind, Guid id, int version, string title, string? description, string path) => new()
    {
        Uid = $"{kind}-{id}@{request.Host.Host}",
        Sequence = version,
        DtStamp = new CalDateTime(clock.GetUtcNow().UtcDateTime),
        Summary = title,
        Description = description,
        Url = new Uri($"{request.Scheme}://{request.Host}{SiteLanguage.Local(path)}"),
        Status = EventStatus.Confirmed,
    };
}
