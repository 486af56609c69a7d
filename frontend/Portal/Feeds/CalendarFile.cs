using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

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
}
