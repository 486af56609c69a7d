using System.Net;
using PfP.Contracts;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Members;

/// <summary>What a member opens with those who answer for an entry.</summary>
public sealed class EngagementTests(IdentityHost host)
{
    [Fact]
    public async Task Offer_SentSeveralTimes_OpensOneThreadAndIsToldOnce()
    {
        var owner = Engaging.NewEntity();
        var (asker, entry) = (await host.PeerAsync("Sample Asker"), host.Entry(owner));
        using var desk = host.DeskOf(asker);

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.EngagedAsync(entry, "offer", key: "the-same")));

        var thread = Assert.Single(made.Select(engagement => engagement.ThreadId).Distinct());
        Assert.Equal(("offer", "open", entry.Id, "Sending money home", true), (made[0].Kind, made[0].State, made[0].EntryId, made[0].Entry.Title, made[0].Own));
        Assert.Equal(new EngagementOpened(thread, "offer", "Sending money home") { Owner = owner }, await host.Published.OneAsync<EngagementOpened>(opened => opened.ThreadId == thread));
        using var another = await desk.EngageAsync(entry, "offer", key: "another");
        Assert.Equal(HttpStatusCode.Conflict, another.StatusCode);
        await desk.EngagedAsync(entry, "ask");
        Assert.Equal(["ask", "offer"], (await desk.ReadAsync<IReadOnlyList<EngagementResponse>>($"engagements/of/{entry.Id}")).Select(own => own.Kind));
        Assert.Equal(2, (await desk.ReadAsync<Page<ThreadSummary>>("threads")).Total);
    }

    [Fact]
    public async Task Offer_OfOneKindAtOnceWithoutAKey_OpensOneThread()
    {
        var (asker, entry) = (await host.PeerAsync(), host.Entry(Engaging.NewEntity()));
        using var desk = host.DeskOf(asker);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.EngageAsync(entry, "adapt")));

        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task Thread_WorksBothWays_AndTheOwnerSaysWhatCameOfIt()
    {
        var owner = Engaging.NewEntity();
        using var asker = host.DeskOf(await host.PeerAsync("Sample Asker"));
        using var focal = host.DeskOf(await host.PeerAsync("Sample Focal", role: Roles.FocalPoint, entity: owner));
        using var colleague = host.DeskOf(await host.PeerAsync("Sample Colleague", entity: owner));
        var (thread, entry) = (Guid.Empty, host.Entry(owner));
        thread = (await asker.EngagedAsync(entry)).ThreadId;

        var asked = Assert.Single((await colleague.ReadAsync<Page<ThreadSummary>>("threads")).Items);
        await focal.WroteAsync(thread, "With a pilot.");
        await colleague.WroteAsync(thread, "And much patience.");
        await asker.WroteAsync(thread, "Thank you.");
        var seen = await asker.ReadAsync<ThreadResponse>($"threads/{thread}");
        var closed = await focal.CloseAsync(thread, "agreed", seen.About!.Version);

        Assert.Equal((1, false, "open"), (asked.Unread, asked.About!.Own, asked.About.State));
        Assert.Equal([Engaging.Text, "With a pilot.", "And much patience.", "Thank you."], seen.Messages.Items.Select(message => message.Text));
        Assert.Equal([("entity", owner), ("member", null)], seen.Parties.Select(party => (party.Kind, party.Entity)).Order());
        Assert.Equal(("answered", true), (seen.About.State, seen.About.Own));
        Assert.Equal(HttpStatusCode.OK, closed);
        var told = await host.Published.OfAsync<EngagementAnswered>(answered => answered.ThreadId == thread, 2);
        Assert.Equal([(2, null), (3, "agreed")], told.Select(answered => (answered.Version, answered.Outcome)).Order());
        Assert.Equal(("closed", "agreed"), Of((await colleague.ReadAsync<ThreadResponse>($"threads/{thread}")).About!));
        await asker.WroteAsync(thread, "When do we begin?");
        await asker.EngagedAsync(entry);

        static (string, string?) Of(EngagementResponse about) => (about.State, about.Outcome);
    }

    [Fact]
    public async Task Closing_IsForTheOtherSide_OnceAndOnlyOfWhatWasSeen()
    {
        var owner = Engaging.NewEntity();
        using var asker = host.DeskOf(await host.PeerAsync());
        using var focal = host.DeskOf(await host.PeerAsync(role: Roles.FocalPoint, entity: owner));
        var thread = (await asker.EngagedAsync(host.Entry(owner))).ThreadId;
        var introduction = await host.ThreadAsync(await host.PeerAsync(entity: "country:MD"), await host.PeerAsync());

        Assert.Equal(HttpStatusCode.Forbidden, await asker.CloseAsync(thread, "agreed", 1));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await focal.CloseAsync(thread, "agreed", 7));
        Assert.Equal(HttpStatusCode.BadRequest, await focal.CloseAsync(thread, "withdrawn", 1));
        Assert.Equal(HttpStatusCode.NotFound, await focal.CloseAsync(introduction, "agreed", 1));
        Assert.Equal(HttpStatusCode.OK, await focal.CloseAsync(thread, "not_now", 1));
        Assert.Equal(HttpStatusCode.Conflict, await focal.CloseAsync(thread, "agreed", 2));
        Assert.Equal("not_now", (await asker.ReadAsync<ThreadResponse>($"threads/{thread}")).About!.Outcome);
    }

    [Fact]
    public async Task Thread_OfTwoSides_IsNotThereForAnybodyElse()
    {
        var owner = Engaging.NewEntity();
        await host.PeerAsync(entity: owner);
        using var asker = host.DeskOf(await host.PeerAsync(entity: "country:MD"));
        var engagement = await asker.EngagedAsync(host.Entry(owner));
        using var compatriot = host.DeskOf(await host.PeerAsync(entity: "country:MD"));
        using var named = host.DeskOf(await host.PeerAsync(role: Roles.FocalPoint, entity: "country:KE"));
        using var moderator = host.DeskOf(await host.PeerAsync(role: Roles.Moderator));

        foreach (var stranger in new[] { compatriot, named, moderator })
        {
            Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync($"threads/{engagement.ThreadId}"));
            Assert.Equal(HttpStatusCode.NotFound, await stranger.CloseAsync(engagement.ThreadId, "agreed", 1));
            using var written = await stranger.SendAsync(HttpMethod.Post, $"threads/{engagement.ThreadId}/messages", new { text = "Me too." });
            Assert.Equal(HttpStatusCode.NotFound, written.StatusCode);
            Assert.DoesNotContain((await stranger.ReadAsync<Page<ThreadSummary>>("threads")).Items, thread => thread.Id == engagement.ThreadId);
            Assert.Empty(await stranger.ReadAsync<IReadOnlyList<EngagementResponse>>($"engagements/of/{engagement.EntryId}"));
        }
    }

    [Fact]
    public async Task Secretariat_StandsInForAnOwnerWithoutMembers_UntilThereIsOne_WhoInherits()
    {
        var owner = Engaging.NewEntity();
        var before = await host.PeerAsync(entity: owner, term: TimeSpan.FromDays(1));
        using var asker = host.DeskOf(await host.PeerAsync());
        using var staff = host.DeskOf(await host.PeerAsync(role: Roles.Moderator));
        var thread = (await asker.EngagedAsync(host.Entry(owner))).ThreadId;
        Assert.Equal(HttpStatusCode.NotFound, await staff.StatusAsync($"threads/{thread}"));
        await host.ChangeAsync(before, member => member.End(null, host.Clock.GetUtcNow()));

        await staff.WroteAsync(thread, "They have nobody here yet.");
        using var successor = host.DeskOf(await host.PeerAsync(entity: owner));
        var inherited = await successor.ReadAsync<ThreadResponse>($"threads/{thread}");

        Assert.Equal([Engaging.Text, "They have nobody here yet."], inherited.Messages.Items.Select(message => message.Text));
        Assert.Equal("answered", inherited.About!.State);
        Assert.Equal(HttpStatusCode.NotFound, await staff.StatusAsync($"threads/{thread}"));
    }

    [Fact]
    public async Task Entry_ThatNobodyAnswersFor_LeadsToTheSecretariat()
    {
        using var asker = host.DeskOf(await host.PeerAsync(entity: "country:KE"));
        using var staff = host.DeskOf(await host.PeerAsync(role: Roles.Moderator));
        var session = host.Entry(null, "session", entry => entry with { Session = new(null, DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime), null, null, null, []) });
        var thread = (await asker.EngagedAsync(session)).ThreadId;

        await staff.WroteAsync(thread, "Gladly.");

        Assert.Null((await host.Published.OneAsync<EngagementOpened>(opened => opened.ThreadId == thread)).Owner);
        Assert.Equal("secretariat", Assert.Single((await asker.ReadAsync<ThreadResponse>($"threads/{thread}")).Parties, party => !party.Own).Kind);
    }

    [Fact]
    public async Task Counts_AreNumbersForEverybody_WithEachCountryOnce()
    {
        var entry = host.Entry(Engaging.NewEntity());
        var country = Engaging.NewEntity();
        foreach (var (kind, entity) in new[] { ("ask", null), ("ask", country), ("offer", country), ("adapt", country), ("adapt", country), ("adapt", null) })
        {
            using var desk = host.DeskOf(await host.PeerAsync(entity: entity));
            await desk.EngagedAsync(entry, kind);
        }

        using var visitor = new Desk(host, role: null);
        Assert.Equal(new(2, 1, 2), await visitor.ReadAsync<EngagementCounts>($"engagement-counts/{entry.Id}"));
        Assert.Equal(new(0, 0, 0), await visitor.ReadAsync<EngagementCounts>($"engagement-counts/{Guid.CreateVersion7()}"));
    }
}
