using PfP.Contracts.Calls;
using PfP.Contracts.Identity;
using PfP.Notifications.Tests.Hosting;
using PfP.Testing.Mail;

namespace PfP.Notifications.Tests.Matching;

/// <summary>Whom a call is for is asked when it opens, and again when the mail leaves: what members have said, and whether it still is for them.</summary>
public sealed class WishesTests(CallsHost host) : IClassFixture<CallsHost>
{
    private const string Theme = "integration";

    [Theory]
    [InlineData("unsubscribed")]
    [InlineData("not-for-us")]
    [InlineData("followed")]
    [InlineData("ended")]
    [InlineData("expired")]
    [InlineData("offers nothing")]
    [InlineData("erased")]
    public async Task Member_WhomItIsNotForWhenItOpens_IsNotPlannedFor(string why)
    {
        var (member, other) = (await host.OffersAsync([Theme]), await host.OffersAsync([Theme]));
        var call = await host.UpcomingAsync([Theme]);
        await HappenAsync(why, member, call);

        await host.TellAsync(new CallOpened(call.CallId, Matched.Now));

        await host.IsSentAsync(other);
        Assert.Equal(0, await host.PlannedAsync(member.MemberId));
    }

    [Theory]
    [InlineData("unsubscribed")]
    [InlineData("not-for-us")]
    [InlineData("followed")]
    [InlineData("ended")]
    [InlineData("expired")]
    [InlineData("offers nothing")]
    [InlineData("cancelled")]
    [InlineData("closed")]
    [InlineData("other theme")]
    public async Task Mail_ThatIsForNobodyWhenItLeaves_IsNotSent(string why)
    {
        var (member, call) = await WaitingAsync();

        await HappenAsync(why, member, call);
        await host.HurryAsync(member.MemberId);

        await host.EndsAsync(member.MemberId, "call-match", "dropped");
        Assert.Empty(host.SubjectsTo(member));
    }

    [Fact]
    public async Task Member_WhoIsErasedBeforeTheMailLeaves_GetsNone()
    {
        var (member, call) = await WaitingAsync();

        await HappenAsync("erased", member, call);

        Assert.Equal(0, await host.PlannedAsync(member.MemberId));
        Assert.Empty(host.SubjectsTo(member));
    }

    [Fact]
    public async Task NotForUs_EndsTheFollowing_AndFollowingTakesItBack()
    {
        var member = await host.OffersAsync([Theme]);
        var call = await host.UpcomingAsync([Theme]);
        await host.FollowAsync(member, call);

        await HappenAsync("not-for-us", member, call);
        await HappenAsync("not-for-us", member, call);
        Assert.Equal((0, 1), (await CountAsync("follows", member), await CountAsync("not_for_us", member)));
        await host.FollowAsync(member, call);

        Assert.Equal((1, 0), (await CountAsync("follows", member), await CountAsync("not_for_us", member)));
    }

    [Fact]
    public async Task NotForUs_OfACallThatIsNone_IsNotFound()
    {
        using var answer = await host.AskAsync((await host.MemberAsync()).MemberId, HttpMethod.Put, $"follows/calls/{Guid.CreateVersion7()}/not-for-us");

        Assert.Equal(404, (int)answer.StatusCode);
    }

    /// <summary>A member whose mail could not be sent yet.</summary>
    private async Task<(MemberApproved Member, CallPublished Call)> WaitingAsync()
    {
        var member = await host.OffersAsync([Theme]);
        host.Sink.Refuse(member.Contact.Email, SmtpFault.RefuseForNow);
        var call = await host.OpenedAsync([Theme]);
        await host.IsPostponedAsync(member.MemberId, "SMTP 451");
        return (member, call);
    }

    private Task HappenAsync(string what, MemberApproved member, CallPublished call) => what switch
    {
        "unsubscribed" => AskAsync(member, "preferences", new { reminderDays = new[] { 7 }, reminderHour = 8, off = new[] { "matches" } }),
        "not-for-us" => AskAsync(member, $"follows/calls/{call.CallId}/not-for-us"),
        "followed" => host.FollowAsync(member, call),
        "ended" => host.TellAsync(new MemberAppointed(member.MemberId, 2, []) { Entity = "country:XX" }),
        "expired" => host.TellAsync(new MemberAppointed(member.MemberId, 2, ["member"]) { Entity = "country:XX", Until = Matched.Now }),
        "offers nothing" => host.TellAsync(new MemberInterestsChanged(member.MemberId, 2, [])),
        "erased" => host.TellAsync(new MemberErased(member.MemberId, 9)),
        "cancelled" => host.TellAsync(call with { Version = 2, State = CallStates.Cancelled }),
        "closed" => host.TellAsync(call with { Version = 2, ClosesAt = Matched.Now }),
        _ => host.TellAsync(call with { Version = 2, Themes = [] }),
    };

    private async Task AskAsync(MemberApproved member, string path, object? body = null)
    {
        using var answer = await host.AskAsync(member.MemberId, HttpMethod.Put, path, body);
        Assert.Equal(204, (int)answer.StatusCode);
    }

    private Task<long> CountAsync(string table, MemberApproved member) => host.ScalarAsync<long>($"select count(*) from {table} where member_id = '{member.MemberId}'");
}
