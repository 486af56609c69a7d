using System.Globalization;
using PfP.Notifications.Reminders;

namespace PfP.Notifications.Tests.Reminders;

/// <summary>Days are counted in the member's calendar from the last day on which the call is open there; the hour is their clock's.</summary>
public sealed class LadderTests
{
    [Theory]
    [InlineData("2027-04-10T15:00Z", "Europe/Zurich", 8, "2027-03-11T07:00Z", "2027-04-03T06:00Z", "2027-04-09T06:00Z")]
    [InlineData("2027-04-10T15:00Z", "Pacific/Auckland", 8, "2027-03-11T19:00Z", "2027-04-03T20:00Z", "2027-04-09T20:00Z")]
    [InlineData("2027-04-10T22:00Z", "Europe/Zurich", 8, "2027-03-11T07:00Z", "2027-04-03T06:00Z", "2027-04-09T06:00Z")]
    [InlineData("2027-04-04T15:00Z", "Europe/Zurich", 2, "2027-03-05T01:00Z", "2027-03-28T01:00Z", "2027-04-03T00:00Z")]
    [InlineData("2027-11-07T15:00Z", "Europe/Zurich", 2, "2027-10-08T00:00Z", "2027-10-31T01:00Z", "2027-11-06T01:00Z")]
    [InlineData("2027-04-10T15:00Z", "Nowhere/Land", 8, "2027-03-11T08:00Z", "2027-04-03T08:00Z", "2027-04-09T08:00Z")]
    public void Rungs_AreDueByTheMembersClock(string closesAt, string zone, int hour, params string[] due)
    {
        var clock = MemberClock.Of(zone, hour);

        Assert.Equal(due.Select(At), Ladder.Rungs.Select(days => Ladder.DueAt(At(closesAt), days, clock)));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
