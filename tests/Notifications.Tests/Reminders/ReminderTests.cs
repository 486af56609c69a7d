using PfP.Contracts.Calls;
using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing;
using PfP.Testing.Mail;

namespace PfP.Notifications.Tests.Reminders;

/// <summary>Reminders of a deadline, from planning to the mail, on a clock that moves.</summary>
public sealed class ReminderTests(CallsHost host) : IClassFixture<CallsHost>
{
    // By UTC, the rungs of this deadline are at 08:00 of 20 April, 13 and 19 May.
    private static readonly DateTimeOffset Deadline = At(5, 20, 17);

    [Fact]
    public async Task Follower_IsRemindedAtEachRung_ByTheirClock_OverADaylightSavingChange()
    {
        await host.MoveToAsync(At(3, 1, 12));
        var call = host.Call(At(4, 10, 15), deadline: new(new(2027, 4, 10), new(17, 0), "Europe/Zurich", "minute"));
        await host.TellAsync(call);
        var (here, there) = (await host.FollowerAsync(call, "fr", "Europe/Zurich"), await host.FollowerAsync(call, timeZone: "Pacific/Auckland"));

        Assert.Equal([At(3, 11, 7), At(4, 3, 6), At(4, 9, 6)], [await host.DueAsync(here, 30, call), await host.DueAsync(here, 7, call), await host.DueAsync(here, 1, call)]);
        Assert.Equal([At(3, 11, 19), At(4, 3, 20), At(4, 9, 20)], [await host.DueAsync(there, 30, call), await host.DueAsync(there, 7, call), await host.DueAsync(there, 1, call)]);
        foreach (var (at, days) in new[] { (At(3, 11, 7), 30), (At(4, 3, 6), 7), (At(4, 9, 6), 1) })
        {
            await host.MoveToAsync(at);
            await host.ReminderEndsAsync(here, days, call, "sent");
        }

        var mails = host.To(here.Contact).ToList();
        Assert.Equal([$"Clôture dans 30 jours : Appel {call.CallId:N}", $"Clôture dans 7 jours : Appel {call.CallId:N}", $"Clôture demain : Appel {call.CallId:N}"], mails.Select(mail => mail.Subject));
        Assert.All(mails, mail => Assert.Equal($"https://pfp.example.org/fr{call.Url}", mail.Links.First().AbsoluteUri));
        Assert.Contains("Date limite : samedi 10 avril 2027, 17:00 (Europe/Zurich)", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("À votre heure : samedi 10 avril 2027 17:00 (Europe/Zurich)", mails[0].Text, StringComparison.Ordinal);
        await host.ReminderEndsAsync(there, 7, call, "sent");
        Assert.Contains("11 April 2027 03:00 (Pacific/Auckland)", Plain(host.To(there.Contact).Last().Text), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Extension_AfterTheSevenDayMail_BringsANewOne_AndNothingMoreOfTheOldDeadline()
    {
        var (call, member) = await FollowedAsync();
        await host.MoveToAsync(At(5, 13, 8));
        await host.ReminderEndsAsync(member, 7, call, "sent");

        await host.MoveToAsync(At(5, 13, 9));
        var extended = call with { Version = 2, ClosesAt = At(6, 1, 17), DeadlineSetAt = At(5, 13, 9), IsExtended = true };
        await host.TellAsync(extended);

        Assert.Null(await host.DueAsync(member, 1, call));
        Assert.Equal([null, At(5, 25, 8), At(5, 31, 8)], [await host.DueAsync(member, 30, extended), await host.DueAsync(member, 7, extended), await host.DueAsync(member, 1, extended)]);
        await host.MoveToAsync(At(5, 25, 8));
        await host.ReminderEndsAsync(member, 7, extended, "sent");
        Assert.Equal(Enumerable.Repeat($"Closes in 7 days: Call {call.CallId:N}", 2), host.SubjectsTo(member));
    }

    [Fact]
    public async Task Extension_ThatComesWhileAMailIsOnItsWay_StopsIt()
    {
        var (call, member) = await FollowedAsync();
        host.Sink.Refuse(member.Contact.Email, SmtpFault.RefuseForNow);
        await host.MoveToAsync(At(5, 13, 8));
        await host.IsPostponedAsync(member.MemberId, "SMTP 451");

        // As a sender sees it that held the row when the extension came.
        await host.ScalarAsync<object>($"update calls set closes_at = '{At(6, 1, 17):O}' where id = '{call.CallId}'");
        await host.HurryAsync(member.MemberId);

        await host.ReminderEndsAsync(member, 7, call, "dropped");
        Assert.Empty(host.SubjectsTo(member));
    }

    [Theory]
    [InlineData(16, 8, "Closes in 4 days")]
    [InlineData(19, 9, "Closes tomorrow")]
    [InlineData(20, 9, "Closes today")]
    public async Task Downtime_SendsTheLatestRungAlone_AndSaysHowLongThereStillIs(int day, int hour, string subject)
    {
        var (call, member) = await FollowedAsync(At(4, 1, 12));

        await host.MoveToAsync(At(5, day, hour));

        await host.ReminderEndsAsync(member, 30, call, "dropped");
        await host.ReminderEndsAsync(member, day < 19 ? 7 : 1, call, "sent");
        await host.ReminderEndsAsync(member, day < 19 ? 1 : 7, call, day < 19 ? "waiting" : "dropped");
        Assert.Equal([$"{subject}: Call {call.CallId:N}"], host.SubjectsTo(member));
    }

    [Fact]
    public async Task Downtime_PastTheDeadline_SendsNothing()
    {
        var (call, member) = await FollowedAsync();

        await host.MoveToAsync(Deadline);

        await host.ReminderEndsAsync(member, 7, call, "dropped");
        await host.ReminderEndsAsync(member, 1, call, "dropped");
        Assert.Empty(host.SubjectsTo(member));
    }

    [Fact]
    public async Task TwoSenders_RemindEachFollowerOnce()
    {
        await using var replica = host.WithWebHostBuilder(_ => { });
        using var client = replica.CreateClient();
        await Eventually.TrueAsync(
            async () =>
            {
                using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
                return ready.IsSuccessStatusCode;
            },
            "the replica is ready");
        await host.MoveToAsync(At(5, 1, 12));
        var call = host.Call(Deadline);
        await host.TellAsync(call);
        var members = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => host.FollowerAsync(call)));

        await host.MoveToAsync(At(5, 13, 8));

        foreach (var member in members)
        {
            await host.ReminderEndsAsync(member, 7, call, "sent");
        }

        Assert.All(members, member => Assert.Equal([$"Closes in 7 days: Call {call.CallId:N}"], host.SubjectsTo(member)));
    }

    [Theory]
    [InlineData("unfollowed")]
    [InlineData("unsubscribed")]
    [InlineData("rung not wanted")]
    [InlineData("cancelled")]
    [InlineData("completed")]
    public async Task Reminder_WhoseReasonIsGoneWhenItsTimeComes_IsNotSent(string why)
    {
        var (call, member) = await FollowedAsync();
        await (why switch
        {
            "unfollowed" => host.FollowAsync(member, call, follows: false),
            "unsubscribed" => PutAsync(member, [30, 7, 1], 8, ["reminders"]),
            "rung not wanted" => PutAsync(member, [30, 1], 8, []),
            var state => host.TellAsync(call with { Version = 2, State = state }),
        });

        await host.MoveToAsync(At(5, 13, 8));

        await host.ReminderEndsAsync(member, 7, call, "dropped");
        Assert.Empty(host.SubjectsTo(member));
    }

    [Fact]
    public async Task Mail_StopsTheNextOne_ByItsOwnLink()
    {
        var (call, member) = await FollowedAsync();
        await host.MoveToAsync(At(5, 13, 8));
        var mail = await host.Sink.NextAsync(member.Contact.Email);
        var link = new Uri(mail.Header("List-Unsubscribe")!.Trim('<', '>'));
        using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);

        using var answer = await host.AskAsync(null, HttpMethod.Post, link.PathAndQuery["/api/notifications/".Length..], form);
        await host.MoveToAsync(At(5, 19, 8));

        Assert.Equal(("List-Unsubscribe=One-Click", 200), (mail.Header("List-Unsubscribe-Post"), (int)answer.StatusCode));
        await host.ReminderEndsAsync(member, 1, call, "dropped");
        Assert.Single(host.SubjectsTo(member));
    }

    [Fact]
    public async Task Erased_IsNotReminded_AndLeavesNothing()
    {
        var (call, member) = await FollowedAsync();
        await PutAsync(member, [7], 9, []);

        await host.TellAsync(new MemberErased(member.MemberId, 9));
        await host.MoveToAsync(At(5, 13, 9));
        using var again = await host.AskAsync(member.MemberId, HttpMethod.Put, $"follows/calls/{call.CallId}");

        Assert.Equal(404, (int)again.StatusCode);
        Assert.Empty(host.SubjectsTo(member));
        Assert.Equal(0, await host.ScalarAsync<long>($"""
            select (select count(*) from follows where member_id = '{member.MemberId}') + (select count(*) from reminders where member_id = '{member.MemberId}')
                + (select count(*) from preferences where member_id = '{member.MemberId}') + (select count(*) from deliveries where recipient = '{member.MemberId}')
            """));
    }

    private async Task<(CallPublished Call, MemberApproved Member)> FollowedAsync(DateTimeOffset? since = null)
    {
        await host.MoveToAsync(since ?? At(5, 1, 12));
        var call = host.Call(Deadline);
        await host.TellAsync(call);
        return (call, await host.FollowerAsync(call));
    }

    private async Task PutAsync(MemberApproved member, int[] days, int hour, string[] off)
    {
        using var answer = await host.AskAsync(member.MemberId, HttpMethod.Put, "preferences", new { reminderDays = days, reminderHour = hour, off });
        Assert.Equal(204, (int)answer.StatusCode);
    }

    private static string Plain(string text) => text.Replace('\u202f', ' ').Replace('\u00a0', ' ');

    private static DateTimeOffset At(int month, int day, int hour) => new(2027, month, day, hour, 0, 0, TimeSpan.Zero);
}
