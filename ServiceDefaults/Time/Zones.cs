using NodaTime;
using NodaTime.TimeZones;

namespace PfP.ServiceDefaults;

/// <summary>Local dates and times as instants, over daylight-saving changes and by the IANA rules that came with this build.</summary>
public static class Zones
{
    // An hour that comes twice ends the second time; one that is left out, where the clock goes on. Nobody loses time by either.
    private static readonly ZoneLocalMappingResolver InFavourOfTheReply =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnForwardShifted);

    /// <summary>Whether it is a name of the IANA database; an offset such as UTC+3 is none.</summary>
    public static bool Exists(string zone) => TzdbDateTimeZoneSource.Default.CanonicalIdMap.ContainsKey(zone);

    /// <summary>The instant at which the zone's clocks show that date and time.</summary>
    public static DateTimeOffset Instant(DateOnly date, TimeOnly time, string zone) =>
        Find(zone).ResolveLocal(LocalDate.FromDateOnly(date) + LocalTime.FromTimeOnly(time), InFavourOfTheReply).ToInstant().ToDateTimeOffset();

    /// <summary>00:00, or the first moment of a day that begins later.</summary>
    public static DateTimeOffset StartOf(DateOnly date, string zone) => Find(zone).AtStartOfDay(LocalDate.FromDateOnly(date)).ToInstant().ToDateTimeOffset();

    /// <summary>The date in the zone at that instant.</summary>
    public static DateOnly Today(DateTimeOffset now, string zone) => NodaTime.Instant.FromDateTimeOffset(now).InZone(Find(zone)).Date.ToDateOnly();

    /// <summary>The time that the zone's clocks show at that instant.</summary>
    public static TimeOnly Clock(DateTimeOffset now, string zone) => NodaTime.Instant.FromDateTimeOffset(now).InZone(Find(zone)).TimeOfDay.ToTimeOnly();

    private static DateTimeZone Find(string zone) => DateTimeZoneProviders.Tzdb[zone];
}
