using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PfP.Contracts;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Members.Introductions;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Members;

public sealed class IntroductionTests(IdentityHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Introduction_ReachesWhoWasAskedWithoutAnAddress()
    {
        var (one, other) = (await host.PeerAsync("Sample Asker"), await host.PeerAsync("Sample Asked"));
        using var asker = host.DeskOf(one);
        using var asked = host.DeskOf(other);

        using var answer = await asker.AskAsync(other, " May we exchange\non this? ");
        var made = (await answer.Content.ReadFromJsonAsync<IntroductionResponse>(Cancellation))!;
        using var seen = await asked.SendAsync(HttpMethod.Get, $"introductions/{made.Id}");
        var text = await seen.Content.ReadAsStringAsync(Cancellation);
        var got = JsonSerializer.Deserialize<IntroductionResponse>(text, JsonSerializerOptions.Web)!;

        Assert.Equal((HttpStatusCode.Created, $"/api/members/introductions/{made.Id}"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal("\"1\"", seen.Headers.ETag?.Tag);
        Assert.Equal(("open", true, "Sample Asker", "Sample Asked", "May we exchange\non this?"), (got.State, got.Incoming, got.From?.Name, got.To?.Name, got.Message));
        Assert.DoesNotContain("@", text, StringComparison.Ordinal);
        var requested = await host.Published.OneAsync<IntroductionRequested>(requested => requested.IntroductionId == made.Id);
        Assert.Equal((1, one.Id, other.Id), (requested.Version, requested.FromMemberId, requested.ToMemberId));
        Assert.Equal(made.Id, (await asked.ReadAsync<MemberProfile>($"directory/{one.Id}")).Introduction?.Id);
    }

    [Fact]
    public async Task List_IsOfTheReaderAlone()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        using var asker = host.DeskOf(one);
        using var asked = host.DeskOf(other);
        using var stranger = host.DeskOf(await host.PeerAsync());
        using var staff = new Desk(host, Roles.Administrator);
        var made = await asker.AskedAsync(other);

        Assert.Equal(made.Id, Assert.Single((await asked.ReadAsync<Page<IntroductionResponse>>("introductions?direction=incoming&state=open")).Items).Id);
        Assert.Equal(made.Id, Assert.Single((await asker.ReadAsync<Page<IntroductionResponse>>("introductions?direction=outgoing")).Items).Id);
        Assert.Equal(1, (await asker.ReadAsync<Page<IntroductionResponse>>("introductions")).Total);
        Assert.Equal(0, (await asked.ReadAsync<Page<IntroductionResponse>>("introductions?direction=outgoing")).Total);
        Assert.Equal(0, (await asked.ReadAsync<Page<IntroductionResponse>>("introductions?state=accepted")).Total);
        foreach (var reader in new[] { stranger, staff })
        {
            Assert.Equal(0, (await reader.ReadAsync<Page<IntroductionResponse>>("introductions")).Total);
            using var one404 = await reader.SendAsync(HttpMethod.Get, $"introductions/{made.Id}");
            using var accept404 = await reader.SendAsync(HttpMethod.Post, $"introductions/{made.Id}/accept", version: 1);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (one404.StatusCode, accept404.StatusCode));
        }
    }

    [Fact]
    public async Task Acceptance_OpensAThreadOfTheTwo()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        using var asker = host.DeskOf(one);
        using var asked = host.DeskOf(other);
        var made = await asker.AskedAsync(other);

        using var own = await asker.SendAsync(HttpMethod.Post, $"introductions/{made.Id}/accept", version: 1);
        using var blind = await asked.SendAsync(HttpMethod.Post, $"introductions/{made.Id}/accept");
        using var stale = await asked.SendAsync(HttpMethod.Post, $"introductions/{made.Id}/accept", version: 7);
        using var accepted = await asked.SendAsync(HttpMethod.Post, $"introductions/{made.Id}/accept", version: 1);
        using var again = await asked.SendAsync(HttpMethod.Post, $"introductions/{made.Id}/decline", version: 2);

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.PreconditionRequired, HttpStatusCode.PreconditionFailed, HttpStatusCode.OK, HttpStatusCode.Conflict],
            new[] { own, blind, stale, accepted, again }.Select(answer => answer.StatusCode));
        var thread = (await accepted.Content.ReadFromJsonAsync<IntroductionResponse>(Cancellation))!.ThreadId;
        var read = await asker.ReadAsync<ThreadResponse>($"threads/{thread}");
        Assert.Equal(made.Id, read.IntroductionId);
        Assert.Equal(new[] { one.Id, other.Id }.Order(), read.Parties.Select(party => party.Member!.Id).Order());
        var answered = await host.Published.OneAsync<IntroductionAnswered>(answered => answered.IntroductionId == made.Id);
        Assert.Equal((2, "accepted", one.Id, other.Id), (answered.Version, answered.Answer, answered.FromMemberId, answered.ToMemberId));
    }

    [Theory]
    [InlineData("decline", false, "declined")]
    [InlineData("withdraw", true, "withdrawn")]
    public async Task Introduction_ThatEnds_OpensNoThreadAndLeavesRoomForAnother(string action, bool byAsker, string state)
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        using var asker = host.DeskOf(one);
        using var asked = host.DeskOf(other);
        var made = await asker.AskedAsync(other);

        using var wrong = await (byAsker ? asked : asker).SendAsync(HttpMethod.Post, $"introductions/{made.Id}/{action}", version: 1);
        using var right = await (byAsker ? asker : asked).SendAsync(HttpMethod.Post, $"introductions/{made.Id}/{action}", version: 1);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (wrong.StatusCode, right.StatusCode));
        var now = (await right.Content.ReadFromJsonAsync<IntroductionResponse>(Cancellation))!;
        Assert.Equal((state, null), (now.State, now.ThreadId));
        Assert.Equal(state, (await host.Published.OneAsync<IntroductionAnswered>(answered => answered.IntroductionId == made.Id)).Answer);
        Assert.NotEqual(made.Id, (await asked.AskedAsync(one)).Id);
    }

    [Fact]
    public async Task Introductions_BeyondTheDaysNumber_WaitForTheNextDay()
    {
        var member = await host.PeerAsync();
        using var asker = host.DeskOf(member);
        for (var number = 0; number < 10; number++)
        {
            await asker.AskedAsync(await host.PeerAsync());
        }

        var other = await host.PeerAsync();
        using var refused = await asker.AskAsync(other);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromHours(23), TimeSpan.FromHours(24));
        host.Clock.Advance(refused.Headers.RetryAfter.Delta.Value);
        using var later = host.DeskOf(member);
        await later.AskedAsync(other);
    }

    [Fact]
    public async Task Member_WhoIsNotThere_CannotBeAsked()
    {
        var hidden = await host.PeerAsync(entry: new() { Hidden = true });
        var expired = await host.PeerAsync(term: TimeSpan.FromDays(1));
        var waiting = await host.AddAsync(host.Waiting("Sample Registrant"));
        host.Clock.Advance(TimeSpan.FromDays(2));
        using var asker = host.DeskOf(await host.PeerAsync());
        using var staff = host.DeskOf(await host.PeerAsync(role: Roles.Moderator));

        foreach (var nobody in new[] { hidden, expired, waiting })
        {
            using var answer = await asker.AskAsync(nobody);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        await staff.AskedAsync(hidden);
    }

    [Fact]
    public async Task Request_ThatIsNoRequest_IsRefusedByName()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        using var asker = host.DeskOf(one);

        foreach (var (to, message, field) in new[] { (one, "x", "to"), (other, " ", "message"), (other, new string('x', 2001), "message"), (other, "a\0b", "message") })
        {
            using var answer = await asker.AskAsync(to, message);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Member_WhoseMembershipEnded_AsksNobodyWithATokenOfBefore()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        using var asker = host.DeskOf(one);
        await host.ChangeAsync(one, member => member.End(null, host.Clock.GetUtcNow()));

        using var answer = await asker.AskAsync(other);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Member_WhoExpires_LeavesNothingToAnswer()
    {
        var (one, other) = (await host.PeerAsync(term: TimeSpan.FromDays(1)), await host.PeerAsync());
        var made = await host.DeskOf(one).AskedAsync(other);
        host.Clock.Advance(TimeSpan.FromDays(2));
        using var asked = host.DeskOf(other);

        using var accepted = await asked.SendAsync(HttpMethod.Post, $"introductions/{made.Id}/accept", version: 1);
        await host.Services.GetServices<IHostedService>().OfType<StaleIntroductions>().Single().WithdrawAsync(Cancellation);

        Assert.Equal(HttpStatusCode.Conflict, accepted.StatusCode);
        Assert.Equal("withdrawn", (await asked.ReadAsync<IntroductionResponse>($"introductions/{made.Id}")).State);
        Assert.Equal("withdrawn", (await host.Published.OneAsync<IntroductionAnswered>(answered => answered.IntroductionId == made.Id)).Answer);
    }

    [Fact]
    public async Task Introduction_WithItsEvent_IsSavedOrNot()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        using var asker = host.DeskOf(one);
        await asker.AskedAsync(other);

        using var refused = await asker.AskAsync(other);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Introductions.CountAsync(made => made.FromId == one.Id, Cancellation)));
        await host.Published.OneAsync<IntroductionRequested>(requested => requested.FromMemberId == one.Id);
    }
}
