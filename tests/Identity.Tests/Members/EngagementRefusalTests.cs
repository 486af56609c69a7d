using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Members.Introductions;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Members;

/// <summary>What nobody can open, and what becomes of it when somebody leaves.</summary>
public sealed class EngagementRefusalTests(IdentityHost host)
{
    private DateOnly Today => DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task Entry_ThatIsNotPublic_OrASessionThatIsOver_IsNotThere()
    {
        using var desk = host.DeskOf(await host.PeerAsync());
        var gone = host.Entry("country:KE");
        host.Others.Entries[("practices", gone.Slug)] = (int)HttpStatusCode.Gone;
        EntryResponse[] closed =
        [
            gone,
            gone with { Slug = "unknown" },
            gone with { Slug = "../submissions" },
            gone with { Kind = "call" },
            host.Entry("country:KE", but: entry => entry with { State = "draft" }),
            host.Entry("country:KE", but: entry => entry with { State = "withdrawn" }),
            host.Entry(null, "session", entry => entry with { Session = new(null, Today.AddDays(-99), Today.AddDays(-91), null, null, []) }),
            host.Entry(null, "session", entry => entry with { Session = new(null, null, null, null, null, []) }),
        ];

        foreach (var entry in closed)
        {
            using var answer = await desk.EngageAsync(entry);
            Assert.Equal((entry.Slug, HttpStatusCode.NotFound), (entry.Slug, answer.StatusCode));
        }

        Assert.Empty((await desk.ReadAsync<Page<ThreadSummary>>("threads")).Items);
    }

    [Fact]
    public async Task Catalogue_ThatDoesNotAnswer_IsSaidToBeAway()
    {
        using var desk = host.DeskOf(await host.PeerAsync());
        var entry = host.Entry("country:KE");
        host.Others.Entries[("practices", entry.Slug)] = (int)HttpStatusCode.InternalServerError;

        using var answer = await desk.EngageAsync(entry);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task OwnerAndState_AreTheServices_WhateverTheRequestClaims()
    {
        var (owner, claimed) = (Engaging.NewEntity(), Engaging.NewEntity());
        using var desk = host.DeskOf(await host.PeerAsync());
        using var claimant = host.DeskOf(await host.PeerAsync(entity: claimed));
        var entry = host.Entry(owner);

        using var answer = await desk.SendAsync(HttpMethod.Post, "engagements", new
        {
            entryKind = entry.Kind,
            slug = entry.Slug,
            kind = "ask",
            message = "<b>Good day</b>",
            owner = claimed,
            entity = claimed,
            entryTitle = "Another title",
            entry = new { title = "Another title" },
            entryId = Guid.Empty,
            state = "closed",
            outcome = "agreed",
            askedAt = "2001-01-01T00:00:00Z",
        });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var made = Assert.Single((await desk.ReadAsync<Page<ThreadSummary>>("threads")).Items);
        Assert.Equal(("open", null, "Sending money home", entry.Id), (made.About!.State, made.About.Outcome, made.About.Entry.Title, made.About.EntryId));
        Assert.Equal(owner, Assert.Single(made.Parties, party => party.Kind == "entity").Entity);
        Assert.InRange(made.About.AskedAt, host.Clock.GetUtcNow().AddMinutes(-5), host.Clock.GetUtcNow());
        Assert.Equal("<b>Good day</b>", Assert.Single((await desk.ReadAsync<ThreadResponse>($"threads/{made.Id}")).Messages.Items).Text);
        Assert.Equal(HttpStatusCode.NotFound, await claimant.StatusAsync($"threads/{made.Id}"));
    }

    [Fact]
    public async Task OwnEntry_IsNotForThoseWhoAnswerForIt()
    {
        using var own = host.DeskOf(await host.PeerAsync(entity: "country:KE"));
        using var staff = host.DeskOf(await host.PeerAsync(role: Roles.Moderator));

        using var ofOwner = await own.EngageAsync(host.Entry("country:KE"));
        using var ofSecretariat = await staff.EngageAsync(host.Entry(null));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (ofOwner.StatusCode, ofSecretariat.StatusCode));
    }

    [Theory]
    [InlineData("kind", "invite", "Good day")]
    [InlineData("kind", "", "Good day")]
    [InlineData("message", "ask", " \n ")]
    [InlineData("message", "ask", "Good\u0000day")]
    [InlineData("message", "ask", "Good\u001bday")]
    public async Task Request_ThatIsWrong_IsRefusedAtTheField(string field, string kind, string message)
    {
        using var desk = host.DeskOf(await host.PeerAsync());

        using var answer = await desk.EngageAsync(host.Entry("country:KE"), kind, message);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_OfOneLetterTooMany_IsRefused()
    {
        using var desk = host.DeskOf(await host.PeerAsync());
        var entry = host.Entry("country:KE");

        using var long1 = await desk.EngageAsync(entry, message: new('x', 2001));
        using var fits = await desk.EngageAsync(entry, message: new('x', 2000));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Created), (long1.StatusCode, fits.StatusCode));
    }

    [Fact]
    public async Task Threads_BeyondTheDaysNumber_Wait_AndWhoIsNoMemberOpensNone()
    {
        var asker = await host.PeerAsync();
        using var desk = host.DeskOf(asker);
        for (var number = 0; number < 10; number++)
        {
            await desk.EngagedAsync(host.Entry("country:KE"));
        }

        using var refused = await desk.EngageAsync(host.Entry("country:KE"));
        await host.ChangeAsync(asker, member => member.End(null, host.Clock.GetUtcNow()));
        using var ended = await desk.EngageAsync(host.Entry("country:KE"));

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.Forbidden), (refused.StatusCode, ended.StatusCode));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromHours(23), TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task Desk_SaysWhoWaits_AndTheSecretariatHearsOfWhatNobodyAnsweredFor14Days()
    {
        var owner = Engaging.NewEntity();
        var (asker, focal, staff) = (await host.PeerAsync("Sample Asker"), await host.PeerAsync(entity: owner), await host.PeerAsync(role: Roles.Moderator));
        using var asking = host.DeskOf(asker);
        var (owned, free) = (await asking.EngagedAsync(host.Entry(owner)), await asking.EngagedAsync(host.Entry(null)));

        Assert.Equal([("engagement", owned.ThreadId, "Sample Asker", "answer")], await OfAsync(focal, owned));
        Assert.Empty(await OfAsync(asker, owned));
        Assert.Equal([("engagement", free.ThreadId, "Sample Asker", "answer")], await OfAsync(staff, free));
        Assert.Empty(await OfAsync(staff, owned));
        host.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal([("unanswered", owned.EntryId, "Sending money home", "remind")], await OfAsync(staff, owned));
        Assert.Equal(["engagement"], (await OfAsync(staff, free)).Select(item => item.Kind));
        using var desk = host.DeskOf(focal);
        Assert.Equal(Engaging.Text, Assert.Single((await desk.ReadAsync<ThreadResponse>($"threads/{owned.ThreadId}")).Messages.Items).Text);
        Assert.Single(await OfAsync(focal, owned));
        await desk.WroteAsync(owned.ThreadId, "Here is how.");
        Assert.Empty(await OfAsync(focal, owned));
        Assert.Empty(await OfAsync(staff, owned));
        Assert.Equal(["thread"], (await OfAsync(asker, owned)).Select(item => item.Kind));
    }

    [Fact]
    public async Task Asker_WhoseMembershipEnds_WaitsForNoAnswerAnyMore()
    {
        var owner = Engaging.NewEntity();
        var (asker, focal) = (await host.PeerAsync(), await host.PeerAsync(entity: owner));
        using var asking = host.DeskOf(asker);
        var engagement = await asking.EngagedAsync(host.Entry(owner));
        await host.ChangeAsync(asker, member => member.End(null, host.Clock.GetUtcNow()));

        await host.Services.GetServices<IHostedService>().OfType<StaleIntroductions>().Single().WithdrawAsync(TestContext.Current.CancellationToken);

        using var desk = host.DeskOf(focal);
        var about = (await desk.ReadAsync<ThreadResponse>($"threads/{engagement.ThreadId}")).About!;
        Assert.Equal(("closed", "withdrawn"), (about.State, about.Outcome));
    }

    private async Task<List<(string Kind, Guid Id, string Title, string Next)>> OfAsync(Identity.Members.Member member, EngagementResponse engagement)
    {
        using var desk = host.DeskOf(member);
        var items = new List<DeskItem>();
        for (var page = 1; items.Count == (page - 1) * 100; page++)
        {
            items.AddRange((await desk.ReadAsync<Page<DeskItem>>($"desk?pageSize=100&page={page}")).Items);
        }

        return [.. items.Where(item => item.Id == engagement.ThreadId || item.Id == engagement.EntryId).Select(item => (item.Kind, item.Id, item.Title, item.Next))];
    }
}
