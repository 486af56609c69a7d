using PfP.Contracts.Calls;
using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;

namespace PfP.Notifications.Tests.Reminders;

/// <summary>Which rungs are planned, and when they are due: whatever comes late, twice or again.</summary>
public sealed class PlanningTests(CallsHost host) : IClassFixture<CallsHost>
{
    private static readonly DateTimeOffset Deadline = At(5, 20, 17);

    [Fact]
    public async Task Extension_ToldLate_BringsTheRungThatWasMissedMeanwhile()
    {
        var (call, member) = await FollowedAsync(At(5, 1, 12), At(5, 10, 17));

        await host.MoveToAsync(At(5, 14, 9));
        var extended = call with { Version = 2, ClosesAt = Deadline, DeadlineSetAt = At(5, 9, 9) };
        await host.TellAsync(extended);

        await host.ReminderEndsAsync(member, 7, extended, "sent");
        Assert.Equal([$"Closes in 6 days: Call {call.CallId:N}"], host.SubjectsTo(member));
    }

    [Fact]
    public async Task Replay_PlansNothingThatWasPastAtFollowing_NorWhatWasSentAndSwept()
    {
        var (call, member) = await FollowedAsync(At(5, 14, 12), Deadline);
        Assert.Null(await host.DueAsync(member, 7, call));
        await host.MoveToAsync(At(5, 19, 8));
        await host.ReminderEndsAsync(member, 1, call, "sent");
        await host.ScalarAsync<object>($"delete from deliveries where recipient = '{member.MemberId}'");

        await host.TellAsync(call);
        await host.TellAsync(call with { Version = 2 });

        Assert.Equal(0, await host.ScalarAsync<long>($"select count(*) from deliveries where recipient = '{member.MemberId}'"));
        Assert.Equal([$"Closes tomorrow: Call {call.CallId:N}"], host.SubjectsTo(member));
    }

    [Fact]
    public async Task OlderEvent_ThatComesLate_ChangesNothing()
    {
        var (call, member) = await FollowedAsync(At(5, 1, 12), Deadline);
        var extended = call with { Version = 3, ClosesAt = At(6, 1, 17), DeadlineSetAt = At(5, 1, 13) };
        await host.TellAsync(extended);

        await host.TellAsync(call with { Version = 2, DeadlineSetAt = At(5, 1, 12) });

        Assert.Null(await host.DueAsync(member, 7, call));
        Assert.Equal(At(5, 25, 8), await host.DueAsync(member, 7, extended));
    }

    [Fact]
    public async Task Deadline_ThatComesBack_IsRemindedOfAgain()
    {
        var (call, member) = await FollowedAsync(At(5, 1, 12), Deadline);
        await host.TellAsync(call with { Version = 2, ClosesAt = At(6, 1, 17) });

        await host.TellAsync(call with { Version = 3 });

        Assert.Equal(At(5, 13, 8), await host.DueAsync(member, 7, call));
    }

    [Fact]
    public async Task FollowingAgain_KeepsWhatWaits_AndPlansNothingTwice()
    {
        var (call, member) = await FollowedAsync(At(5, 1, 12), Deadline);
        await host.FollowAsync(member, call);
        await host.FollowAsync(member, call, follows: false);
        await host.FollowAsync(member, call);

        await host.MoveToAsync(At(5, 13, 8));

        await host.ReminderEndsAsync(member, 7, call, "sent");
        Assert.Single(host.SubjectsTo(member));
    }

    [Fact]
    public async Task MemberWhoMoves_OrChoosesAnotherHour_IsRemindedByTheNewClock()
    {
        var (call, member) = await FollowedAsync(At(5, 1, 12), Deadline);

        await host.TellAsync(new MemberContactChanged(member.MemberId, 2, member.Contact with { TimeZone = "Asia/Manila" }));
        var moved = await host.DueAsync(member, 7, call);
        using var answer = await host.AskAsync(member.MemberId, HttpMethod.Put, "preferences", new { reminderDays = new[] { 7 }, reminderHour = 20, off = Array.Empty<string>() });
        var chosen = await host.DueAsync(member, 7, call);
        await host.TellAsync(new MemberContactChanged(member.MemberId, 3, member.Contact));

        // In Manila the call closes on 21 May at 01:00.
        Assert.Equal((At(5, 14, 0), At(5, 14, 12), At(5, 13, 20)), (moved!.Value, chosen!.Value, (await host.DueAsync(member, 7, call))!.Value));
    }

    private async Task<(CallPublished Call, MemberApproved Member)> FollowedAsync(DateTimeOffset since, DateTimeOffset closesAt)
    {
        await host.MoveToAsync(since);
        var call = host.Call(closesAt);
        await host.TellAsync(call);
        return (call, await host.FollowerAsync(call));
    }

    private static DateTimeOffset At(int month, int day, int hour) => new(2027, month, day, hour, 0, 0, TimeSpan.Zero);
}
