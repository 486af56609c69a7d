using PfP.ServiceDefaults;

namespace PfP.Calls.Calls;

/// <summary>Until when replies are taken, as its owner states it: a moment, a whole day, or only a month. The instant follows from it.</summary>
/// <param name="Date">Of a month, any day of it.</param>
/// <param name="Time">With precision <see cref="Minute"/> only.</param>
/// <param name="Zone">IANA time zone; <c>UTC</c> where none is known.</param>
internal sealed record CallDeadline(DateOnly Date, TimeOnly? Time, string Zone, string Precision)
{
    public const string Minute = "minute";
    public const string Day = "day";
    public const string Month = "month";

    /// <summary>The last day on which replies are taken.</summary>
    public DateOnly LastDay() => Precision == Month ? new DateOnly(Date.Year, Date.Month, 1).AddMonths(1).AddDays(-1) : Date;

    /// <summary>Calendar days until that day in the zone; 0 on the day itself.</summary>
    public int DaysLeft(DateTimeOffset now) => LastDay().DayNumber - Zones.Today(now, Zone).DayNumber;

    /// <summary>The first moment at which it has passed: days and months end at 24:00 in their zone.</summary>
    public DateTimeOffset Instant() => Precision == Minute ? Zones.Instant(Date, Time!.Value, Zone) : Zones.StartOf(LastDay().AddDays(1), Zone);
}

/// <summary>The day from whose beginning replies are taken.</summary>
internal sealed record CallOpening(DateOnly Date, string Zone)
{
    public DateTimeOffset Instant() => Zones.StartOf(Date, Zone);
}
