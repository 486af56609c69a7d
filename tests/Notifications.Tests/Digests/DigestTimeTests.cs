using PfP.Contracts.Calls;
using PfP.Contracts.Identity;
using PfP.Contracts.Notifications.Api;
using PfP.Notifications.Choices;
using PfP.Notifications.Digests;
using PfP.Notifications.Tests.Hosting;
using static PfP.Notifications.Tests.Digests.Followed;

namespace PfP.Notifications.Tests.Digests;

/// <summary>When members hear of what is new: as often as they chose, by their own clock, and not in their quiet hours.</summary>
public sealed class DigestTimeTests(CallsHost host) : IClassFixture<CallsHost>
{
    [Theory]
    [InlineData("2027-03-25T12:00Z", "weekly", "Europe/Zurich", "2027-03-29T06:00Z", "2027-04-05T06:00Z")] // after the clock went on
    [InlineData("2027-03-20T12:00Z", "weekly", "Europe/Zurich", "2027-03-22T07:00Z", "2027-03-29T06:00Z")]
    [InlineData("2027-10-30T12:00Z", "daily", "Europe/Zurich", "2027-10-31T07:00Z", "2027-11-01T07:00Z")] // the day it went back
    [InlineData("2027-05-10T07:59Z", "weekly", "UTC", "2027-05-10T08:00Z", "2027-05-17T08:00Z")]
    [InlineData("2027-05-10T08:00Z", "weekly", "UTC", "2027-05-17T08:00Z", "2027-05-24T08:00Z")]
    [InlineData("2027-05-09T21:00Z", "weekly", "Pacific/Auckland", "2027-05-16T20:00Z", "2027-05-23T20:00Z")] // Monday there, past eight
    public void Days_AreByTheMembersClock(string now, string frequency, string zone, string first, string second) => Assert.Equal(
        [DateTimeOffset.Parse(first, null), DateTimeOffset.Parse(second, null)],
        DigestDays.After(DateTimeOffset.Parse(now, null), frequency, new(zone, 8)).Take(2).Select(day => day.DueAt));

    [Theory]
    [InlineData(22, 7, "2027-05-05T21:59Z", "2027-05-05T21:59Z")]
    [InlineData(22, 7, "2027-05-05T22:00Z", "2027-05-06T07:00Z")]
    [InlineData(22, 7, "2027-05-06T06:59Z", "2027-05-06T07:00Z")]
    [InlineData(22, 7, "2027-05-06T07:00Z", "2027-05-06T07:00Z")]
    [InlineData(22, 0, "2027-05-05T23:30Z", "2027-05-06T00:00Z")]
    [InlineData(12, 14, "2027-05-05T13:30Z", "2027-05-05T14:00Z")]
    public void QuietHours_EndAtTheirEnd_AlsoPastMidnight(int from, int to, string at, string due) =>
        Assert.Equal(DateTimeOffset.Parse(due, null), new QuietHours(from, to).After(DateTimeOffset.Parse(at, null), "UTC"));

    [Fact]
    public void QuietHours_AreLocal_OverTheChange() =>
        Assert.Equal(At(3, 28, 5), new QuietHours(22, 7).After(At(3, 27, 22), "Europe/Zurich")); // 23:00 there, seven is two hours ahead of UTC by then

    [Fact]
    public async Task AnotherFrequency_Hour_OrZone_MovesWhatWaits()
    {
        await host.MoveToAsync(At(5, 5, 12));
        var member = await host.MemberAsync();
        await host.FindsAsync(member, "All", Entry("First"));
        var weekly = await host.DigestDueAsync(member);

        await host.ChooseAsync(member, "daily");
        var daily = await host.DigestDueAsync(member);
        await host.ChooseAsync(member, "daily", hour: 20);
        var later = await host.DigestDueAsync(member);
        await host.ChooseAsync(member, "weekly");
        await host.TellAsync(new MemberContactChanged(member.MemberId, 2, member.Contact with { TimeZone = "Asia/Manila" }));
        var moved = await host.DigestDueAsync(member);
        await host.ChooseAsync(member, "each");

        Assert.Equal((At(5, 10, 8), At(5, 6, 8), At(5, 5, 20), At(5, 10, 0)), (weekly, daily, later, moved));
        Assert.Equal("New: First", (await host.Sink.NextAsync(member.Contact.Email)).Subject);
        await host.DigestEndsAsync(member, "sent");
        Assert.Equal(0, await host.DigestsAsync(member, "waiting"));
    }

    [Fact]
    public async Task Each_IsAMailAsItComes_OfAllThatCameTogether_AfterTheQuietHours()
    {
        await host.MoveToAsync(At(5, 5, 12));
        var member = await host.MemberAsync();
        await host.ChooseAsync(member, "each", quietFrom: 22, quietTo: 7);
        await host.FindsAsync(member, "All", Entry("First"), Entry("Second"));
        await host.DigestEndsAsync(member, "sent");

        await host.MoveToAsync(At(5, 5, 23, 30));
        await host.FindsAsync(member, "All", Entry("Third"));
        await host.FindsAsync(member, "All", Entry("Fourth"));

        Assert.Equal((At(5, 6, 7), 1), (await host.DigestDueAsync(member), await host.DigestsAsync(member, "waiting")));
        await host.MoveToAsync(At(5, 6, 7));
        await host.DigestEndsAsync(member, "sent", 2);
        Assert.Equal(["2 new things in what you follow", "2 new things in what you follow"], host.SubjectsTo(member));
    }

    [Fact]
    public async Task QuietHours_HoldNewsOfCalls_AndNoDecisionOnAMembership()
    {
        await host.MoveToAsync(At(5, 5, 12));
        var call = host.Call(At(5, 20, 17));
        await host.TellAsync(call);
        var member = await host.FollowerAsync(call);
        await host.ChooseAsync(member, "weekly", quietFrom: 22, quietTo: 7);

        await host.MoveToAsync(At(5, 5, 23));
        await host.TellAsync(call with { Version = 2, State = CallStates.Cancelled });
        await host.TellAsync(new CallChanged(call.CallId, 2, CallChanges.Cancelled, At(5, 5, 23)));
        await host.TellAsync(member with { Version = 2, Invited = false });

        await host.EndsAsync(member.MemberId, "membership-approved", "sent");
        Assert.Equal(At(5, 6, 7).UtcDateTime, await host.ScalarAsync<DateTime>($"select due_at from deliveries where recipient = '{member.MemberId}' and occasion = 'followed-call-cancelled'"));
        await host.MoveToAsync(At(5, 6, 7));
        await host.EndsAsync(member.MemberId, "followed-call-cancelled", "sent");
    }
}
