using PfP.Calls.Tests.Hosting;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Calls.Tests.Submissions;

/// <summary>What is said of a public call: each with a reason, and no deadline moves where it may not.</summary>
public sealed class MovedDeadlineTests(CallsHost host)
{
    [Fact]
    public async Task Extension_NeedsALaterDeadlineAndAReason()
    {
        using var member = new Calling(host, "member", Calling.NewOwner());
        var call = await Calling.InStateAsync(host, "published", (await member.StartAsync()).Owner);
        (string[] Fields, object Body)[] refused =
        [
            (["deadline"], Calling.Later(50)),
            (["deadline"], Calling.Later(60) with { Deadline = Calling.Complete.Deadline }),
            (["deadline"], Calling.Later(-1)),
            (["deadline"], Calling.Later(70) with { Deadline = new() { Precision = TypedDeadline.Rolling } }),
            (["deadline"], Calling.Later(70) with { Deadline = new() { Precision = "day", Date = Calling.InDays(70) } }),
            (["deadline"], Calling.Later(70) with { Deadline = null! }),
            (["deadline"], Calling.Later(70) with { Deadline = new() { Precision = "day", Date = "9999-12-31", Zone = "UTC" } }),
            (["reason"], Calling.Later(70, null)),
            (["reason"], Calling.Later(70, " ")),
            (["reason"], Calling.Later(70, new string('a', 1001))),
            (["reason"], Calling.Later(70, "a\0b")),
            (["deadline", "reason"], new { }),
        ];
        foreach (var (fields, body) in refused)
        {
            Assert.Equal(fields, await Refused.FieldsAsync(member.SendAsync(HttpMethod.Post, $"/{call.Id}/extend", body, call.Version)));
        }

        Assert.Equal(call.Version, (await member.GetAsync(call.Id)).Version);
    }

    [Fact]
    public async Task Rolling_HasNothingLater_AndCanBeCancelledAndOpenedAgain()
    {
        using var member = new Calling(host, "member", Calling.NewOwner());
        var rolling = new TypedDeadline { Precision = TypedDeadline.Rolling };
        var call = await Calling.InStateAsync(host, "published", (await member.StartAsync()).Owner, Calling.Complete with { Deadline = rolling });

        Assert.Equal(["deadline"], await Refused.FieldsAsync(member.SendAsync(HttpMethod.Post, $"/{call.Id}/extend", Calling.Later(70), call.Version)));
        var again = await member.DoAsync(await member.DoAsync(call, "cancel", new CancelledFor("Enough for now.")), "reopen", new NewDeadline(rolling, "We can take more."));

        Assert.Equal((CallStatuses.Open, null), (again.Status, again.Deadline));
        Assert.False((await host.Published.OneAsync<CallPublished>(message => message.CallId == call.Id && message.Version == again.Version)).IsExtended);
    }

    [Fact]
    public async Task Reopened_LiesAheadAndAfterTheDayOfOpening()
    {
        using var member = new Calling(host, "member", Calling.NewOwner());
        var call = await Calling.InStateAsync(host, "cancelled", (await member.StartAsync()).Owner, Calling.Complete with { Opens = Calling.InDays(30) });
        foreach (var body in new[] { Calling.Later(-1), Calling.Later(20) })
        {
            Assert.Equal(["deadline"], await Refused.FieldsAsync(member.SendAsync(HttpMethod.Post, $"/{call.Id}/reopen", body, call.Version)));
        }

        var reopened = await member.DoAsync(call, "reopen", Calling.Later(40));

        Assert.Equal(CallStatuses.Upcoming, reopened.Status);
        Assert.False((await host.Published.OneAsync<CallPublished>(message => message.CallId == call.Id && message.Version == reopened.Version)).IsExtended);
    }

    [Fact]
    public async Task Cancellation_AndOutcome_SayWhy()
    {
        using var member = new Calling(host, "member", Calling.NewOwner());
        var call = await Calling.InStateAsync(host, "published", (await member.StartAsync()).Owner);
        foreach (var reason in new[] { null, "", new string('a', 1001), "a\u0007b" })
        {
            Assert.Equal(["reason"], await Refused.FieldsAsync(member.SendAsync(HttpMethod.Post, $"/{call.Id}/cancel", new CancelledFor(reason), call.Version)));
        }

        foreach (var text in new[] { null, " ", new string('a', 5001), "a\u0007b" })
        {
            Assert.Equal(["text"], await Refused.FieldsAsync(member.SendAsync(HttpMethod.Post, $"/{call.Id}/outcome", new CallOutcome(text), call.Version)));
        }

        foreach (var links in new[] { null, new SubmissionLink[] { null! }, [new("javascript:alert(1)", null)], [new(new string('a', 2001), null)] })
        {
            Assert.Equal(["links"], await Refused.FieldsAsync(member.SendAsync(HttpMethod.Post, $"/{call.Id}/outcome", new CallOutcome("Nine.") { Links = links! }, call.Version)));
        }

        Assert.Equal(call.Version, (await member.GetAsync(call.Id)).Version);
    }
}
