using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Reminders;
using PfP.ServiceDefaults;

namespace PfP.Notifications.Digests;

/// <summary>On which days a member gets what is new, at the hour of their own day: every day, or every Monday.</summary>
internal static class DigestDays
{
    /// <summary>Those to come, the next first.</summary>
    public static IEnumerable<(DateOnly Date, DateTimeOffset DueAt)> After(DateTimeOffset now, string frequency, MemberClock clock)
    {
        for (var date = Zones.Today(now, clock.Zone); ; date = date.AddDays(1))
        {
            var dueAt = Zones.Instant(date, new TimeOnly(clock.Hour, 0), clock.Zone);
            if (dueAt > now && (frequency == Frequencies.Daily || date.DayOfWeek == DayOfWeek.Monday))
            {
                yield return (date, dueAt);
            }
        }
    }
}
