using System.Net;
using PfP.Contracts;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Members;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Members;

public sealed class AbuseReportTests(IdentityHost host)
{
    [Fact]
    public async Task Message_ThatIsReported_IsShownToTheSecretariatWithBothNames()
    {
        var (one, other) = (await host.PeerAsync("Sample Writer"), await host.PeerAsync("Sample Reader"));
        var thread = await host.ThreadAsync(one, other);
        using var writer = host.DeskOf(one);
        using var reader = host.DeskOf(other);
        var message = await writer.WroteAsync(thread, "Something bad.");
        await writer.WroteAsync(thread, "Something else.");

        using var reported = await reader.SendAsync(HttpMethod.Post, "abuse-reports", new { threadId = thread, messageId = message.Id, reason = "An insult." });
        using var again = await reader.SendAsync(HttpMethod.Post, "abuse-reports", new { threadId = thread, messageId = message.Id, reason = "An insult." });

        Assert.Equal((HttpStatusCode.Created, reported.Headers.Location), (again.StatusCode, again.Headers.Location));
        using var staff = new Desk(host);
        var report = await staff.ReadAsync<AbuseReportResponse>(PathOf(reported));
        Assert.Equal(
            ("open", "Sample Writer", "Sample Reader", "Something bad.", "An insult.", (Guid?)thread, (Guid?)message.Id),
            (report.State, report.Reported?.Name, report.Reporter?.Name, report.Text, report.Reason, report.ThreadId, report.MessageId));
        Assert.Contains((await staff.ReadAsync<Page<AbuseReportResponse>>("abuse-reports?pageSize=100")).Items, item => item.Id == report.Id);
    }

    [Fact]
    public async Task Report_ByWhoeverIsNoParty_FindsNothing()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        var thread = await host.ThreadAsync(one, other);
        using var writer = host.DeskOf(one);
        var message = await writer.WroteAsync(thread, "Between us.");
        var introduction = await writer.AskedAsync(await host.PeerAsync());
        using var stranger = host.DeskOf(await host.PeerAsync());
        var elsewhere = await host.ThreadAsync(await host.PeerAsync(), other);
        using var reader = host.DeskOf(other);

        using var byStranger = await stranger.SendAsync(HttpMethod.Post, "abuse-reports", new { threadId = thread, messageId = message.Id, reason = "x" });
        using var ofIntroduction = await stranger.SendAsync(HttpMethod.Post, "abuse-reports", new { introductionId = introduction.Id, reason = "x" });
        using var ofAnotherThread = await reader.SendAsync(HttpMethod.Post, "abuse-reports", new { threadId = elsewhere, messageId = message.Id, reason = "x" });

        Assert.All(new[] { byStranger, ofIntroduction, ofAnotherThread }, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    [Fact]
    public async Task Report_ThatIsNone_IsRefused()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        using var asker = host.DeskOf(one);
        using var asked = host.DeskOf(other);
        var id = (await asker.AskedAsync(other)).Id;

        foreach (var (desk, body) in new (Desk, object)[]
        {
            (asked, new { reason = "x" }), (asked, new { introductionId = id }), (asked, new { introductionId = id, reason = new string('x', 1001) }),
            (asked, new { introductionId = id, threadId = id, messageId = id, reason = "x" }), (asked, new { threadId = id, reason = "x" }),
            (asker, new { introductionId = id, reason = "x" }),
        })
        {
            using var answer = await desk.SendAsync(HttpMethod.Post, "abuse-reports", body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Report_ThatIsDismissed_IsClosedOnce()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        var path = await ReportedIntroductionAsync(one, other);
        using var staff = new Desk(host);

        using var nonsense = await staff.SendAsync(HttpMethod.Post, $"{path}/close", new { decision = "shouted" }, 1);
        using var stale = await staff.SendAsync(HttpMethod.Post, $"{path}/close", new { decision = "dismissed" }, 7);
        using var closed = await staff.SendAsync(HttpMethod.Post, $"{path}/close", new { decision = "dismissed" }, 1);
        using var again = await staff.SendAsync(HttpMethod.Post, $"{path}/close", new { decision = "member_ended" }, 2);

        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.PreconditionFailed, HttpStatusCode.NoContent, HttpStatusCode.Conflict],
            new[] { nonsense, stale, closed, again }.Select(answer => answer.StatusCode));
        var report = await staff.ReadAsync<AbuseReportResponse>(path);
        Assert.Equal(("closed", "dismissed", 2), (report.State, report.Decision, report.Version));
        Assert.Equal(MemberState.Approved, (await host.MemberAsync(one.Email)).State);
    }

    [Fact]
    public async Task Decision_ToEndTheMembership_EndsItAndItsSessionsAndIntroductions()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        var one = await host.MemberAsync(email);
        var path = await ReportedIntroductionAsync(one, await host.PeerAsync());
        using var staff = new Desk(host);

        using var closed = await staff.SendAsync(HttpMethod.Post, $"{path}/close", new { decision = "member_ended" }, 1);

        Assert.Equal((HttpStatusCode.NoContent, "\"2\""), (closed.StatusCode, closed.Headers.ETag?.Tag));
        var member = await host.MemberAsync(email);
        Assert.Equal((MemberState.Ended, 0), (member.State, member.Roles.Length));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account")).Status);
        Assert.Equal("member_ended", (await staff.ReadAsync<AbuseReportResponse>(path)).Decision);
        Assert.Equal("withdrawn", (await host.Published.OneAsync<IntroductionAnswered>(answered => answered.FromMemberId == one.Id)).Answer);
    }

    [Fact]
    public async Task Moderator_WhoWouldEndStaff_IsRefused()
    {
        var administrator = await host.PeerAsync(role: Roles.Administrator);
        var path = await ReportedIntroductionAsync(administrator, await host.PeerAsync());
        using var moderator = new Desk(host);
        using var other = new Desk(host, Roles.Administrator);

        using var refused = await moderator.SendAsync(HttpMethod.Post, $"{path}/close", new { decision = "member_ended" }, 1);
        using var done = await other.SendAsync(HttpMethod.Post, $"{path}/close", new { decision = "member_ended" }, 1);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NoContent), (refused.StatusCode, done.StatusCode));
    }

    private static string PathOf(HttpResponseMessage created) => created.Headers.Location!.OriginalString["/api/members/".Length..];

    private async Task<string> ReportedIntroductionAsync(Member from, Member to)
    {
        using var asker = host.DeskOf(from);
        using var asked = host.DeskOf(to);
        var introduction = await asker.AskedAsync(to, "Something bad.");
        using var reported = await asked.SendAsync(HttpMethod.Post, "abuse-reports", new { introductionId = introduction.Id, reason = "An insult." });
        Assert.Equal(HttpStatusCode.Created, reported.StatusCode);
        return PathOf(reported);
    }
}
