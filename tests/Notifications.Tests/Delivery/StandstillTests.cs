using System.Globalization;
using PfP.Contracts.Calls;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;

namespace PfP.Notifications.Tests.Delivery;

/// <summary>The service as a process of its own, which does not run for three days in which calls go on.</summary>
public sealed class StandstillTests : IDisposable
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UtcNow;
    private static readonly MemberApproved Follower = new(Guid.CreateVersion7(), 1, new("A member", "follower@example.org", "en", "UTC"), ["member"]) { Invited = true };

    private readonly string clock = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.clock");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThreeDays_LeaveTheLatestRungOfAnOpenCall_AndOfOneThatIsOverOnlyThatNotice()
    {
        await using var notifications = await NotificationsProcess.NewAsync();
        var sink = notifications.Sink;
        await using var calls = await FakeProducer.StartAsync("calls", notifications.Messaging);
        var (open, cancelled, closed) = (Call("Open", 8), Call("Cancelled", 8), Call("Closed", 2));
        using (var service = await StartAsync(notifications))
        {
            await calls.PublishAsync(Follower.MemberId, Follower);
            await FollowedAsync(notifications, calls, open, cancelled, closed);
            await service.KillAsync();
        }

        await calls.PublishAsync(cancelled.CallId, cancelled with { Version = 2, State = CallStates.Cancelled });
        await calls.PublishAsync(Guid.CreateVersion7(), new CallChanged(cancelled.CallId, 2, CallChanges.Cancelled, Start.AddDays(2)));
        await calls.PublishAsync(Guid.CreateVersion7(), new CallClosed(closed.CallId, closed.ClosesAt!.Value));
        await File.WriteAllTextAsync(clock, TimeSpan.FromDays(3).ToString("c", CultureInfo.InvariantCulture), Cancellation);
        using var again = await StartAsync(notifications);

        string[] expected = ["Cancelled: Cancelled", "Closed: Closed", "Closes in 5 days: Open"];
        await Eventually.TrueAsync(() => sink.Received.Count >= expected.Length, "the mails");
        await Eventually.TrueAsync(async () => await notifications.CountAsync("select count(*) from deliveries where state = 'waiting' and due_at <= now() + interval '3 days'") == 0, "nothing is due");
        Assert.Equal(expected, sink.Received.Select(mail => mail.Subject).Order());
    }

    public void Dispose() => File.Delete(clock);

    private static CallPublished Call(string title, int closesIn)
    {
        var (id, closes) = (Guid.CreateVersion7(), Start.AddDays(closesIn));
        var day = DateOnly.FromDateTime(closes.UtcDateTime);
        return new(
            id, 1, $"call-{id:N}", $"/calls/call-{id:N}", CallStates.Published, "en", new Dictionary<string, EntryText> { ["en"] = new(title, null, null, "human") }, [], [], [], [], [], [])
        {
            ClosesAt = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            Deadline = new(day, null, "UTC", "day"),
            DeadlineSetAt = Start,
        };
    }

    // The call is told again once it is followed, which plans what is to come.
    private static async Task FollowedAsync(NotificationsProcess notifications, FakeProducer producer, params CallPublished[] calls)
    {
        foreach (var call in calls)
        {
            await producer.PublishAsync(call.CallId, call);
            await Eventually.TrueAsync(async () => await notifications.CountAsync($"select count(*) from calls, members where calls.id = '{call.CallId}'") == 1, "call and member are known");
            await notifications.ExecuteAsync($"insert into follows (member_id, call_id, followed_at) values ('{Follower.MemberId}', '{call.CallId}', '{Start:O}')");
            await producer.PublishAsync(call.CallId, call);
            await Eventually.TrueAsync(async () => await notifications.CountAsync($"select count(*) from reminders where call_id = '{call.CallId}'") > 0, "its reminders are planned");
        }
    }

    private Task<ServiceProcess> StartAsync(NotificationsProcess notifications) => notifications.StartAsync(("ASPNETCORE_ENVIRONMENT", "Testing"), ("PFP_CLOCK_FILE", clock));
}
