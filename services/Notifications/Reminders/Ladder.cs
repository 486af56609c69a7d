using PfP.ServiceDefaults;

namespace PfP.Notifications.Reminders;

/// <summary>When somebody is reminded of a deadline: so many calendar days before it, at an hour of their own day.</summary>
internal static class Ladder
{
    public const int DefaultHour = 8;

    /// <summary>Days before the deadline, the earliest first.</summary>
    public static readonly IReadOnlyList<int> Rungs = [30, 7, 1];

    /// <summary>The last day of the call by the calendar of that zone.</summary>
    public static DateOnly LastDay(DateTimeOffset closesAt, string zone) => Zones.Today(closesAt.AddTicks(-1), zone);

    public static DateTimeOffset DueAt(DateTimeOffset closesAt, int days, MemberClock clock) =>
        Zones.Instant(LastDay(closesAt, clock.Zone).AddDays(-days), new TimeOnly(clock.Hour, 0), clock.Zone);
}

/// <param name="Zone">One that IANA knows.</param>
/// <param name="Hour">At which they want to be reminded.</param>
internal sealed record MemberClock(string Zone, int Hour)
{
    public static MemberClock Of(string? zone, int? hour) => new(zone is not null && Zones.Exists(zone) ? zone : "UTC", hour ?? Ladder.DefaultHour);
}
