using System.Globalization;
using PfP.Calls.Calls;
using PfP.ServiceDefaults;

namespace PfP.Calls.Tests.Calls;

/// <summary>The instant of a deadline follows from its local date, its zone and that zone's daylight-saving rules.</summary>
public sealed class CallDeadlineTests
{
    [Theory]
    [InlineData("2027-03-01", "17:00", "Europe/Zurich", "minute", "2027-03-01T16:00Z")]
    [InlineData("2027-07-01", "17:00", "Europe/Zurich", "minute", "2027-07-01T15:00Z")]
    [InlineData("2027-03-01", null, "Asia/Manila", "day", "2027-03-01T16:00Z")]
    [InlineData("2027-03-01", null, "America/Mexico_City", "day", "2027-03-02T06:00Z")]
    [InlineData("2013-03-31", null, "UTC", "month", "2013-04-01T00:00Z")]
    [InlineData("2024-02-05", null, "UTC", "month", "2024-03-01T00:00Z")]
    [InlineData("2027-12-01", null, "Pacific/Kiritimati", "month", "2027-12-31T10:00Z")]
    public void Instant_OfADeadline_IsTheFirstMomentAtWhichItHasPassed(string date, string? time, string zone, string precision, string expected) =>
        Assert.Equal(At(expected), Deadline(date, time, zone, precision).Instant());

    [Theory]
    // 02:30 does not exist on 28 March 2027 in Zurich, and comes twice on 31 October.
    [InlineData("2027-03-28", "02:30", "minute", "2027-03-28T01:30Z")]
    [InlineData("2027-10-31", "02:30", "minute", "2027-10-31T01:30Z")]
    [InlineData("2027-10-31", null, "day", "2027-10-31T23:00Z")]
    public void Instant_WhenTheClockIsChanged_FavoursWhoReplies(string date, string? time, string precision, string expected) =>
        Assert.Equal(At(expected), Deadline(date, time, "Europe/Zurich", precision).Instant());

    [Fact]
    public void Instant_OfADayAfterWhichMidnightIsLeftOut_IsTheFirstMomentOfTheNext() =>
        // In Lebanon the clock goes from 24:00 to 01:00 on that night.
        Assert.Equal(At("2027-03-27T22:00Z"), Deadline("2027-03-27", null, "Asia/Beirut", "day").Instant());

    [Theory]
    [InlineData("2027-03-01T12:00Z", 0)]
    [InlineData("2027-02-28T22:59Z", 1)]
    [InlineData("2027-02-28T23:00Z", 0)]
    [InlineData("2027-01-30T12:00Z", 30)]
    public void DaysLeft_AreCalendarDaysWhereTheOwnerIs(string now, int expected) =>
        Assert.Equal(expected, Deadline("2027-03-01", "17:00", "Europe/Zurich", "minute").DaysLeft(At(now)));

    [Theory]
    [InlineData("Europe/Zurich", true)]
    [InlineData("UTC", true)]
    [InlineData("Europe/Atlantis", false)]
    [InlineData("", false)]
    public void Zones_AreThoseOfIana(string zone, bool exists) => Assert.Equal(exists, Zones.Exists(zone));

    private static CallDeadline Deadline(string date, string? time, string zone, string precision) =>
        new(DateOnly.Parse(date, CultureInfo.InvariantCulture), time is null ? null : TimeOnly.Parse(time, CultureInfo.InvariantCulture), zone, precision);

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
