using System.Net;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Contracts.Identity.Api;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Members;

/// <summary>What members propose to present at a session, and what its audience offers afterwards.</summary>
public sealed class ProposalTests(IdentityHost host)
{
    private const string Title = "Cheaper remittances in a year";

    [Fact]
    public async Task Proposal_ToASessionAhead_IsSelectedByTheSecretariat_WithAWordToWhoeverProposed()
    {
        var session = Session(lastDay: 30);
        using var proposer = host.DeskOf(await host.PeerAsync("Sample Proposer"));
        using var staff = host.DeskOf(await host.PeerAsync(role: Roles.Moderator));
        using var sent = await ProposeAsync(proposer, session, $" {Title} ");
        var proposed = Assert.Single((await staff.ReadAsync<Page<ThreadSummary>>($"threads?entry={session.Id}")).Items);

        using var closed = await staff.SendAsync(HttpMethod.Post, $"threads/{proposed.Id}/close", new { outcome = "agreed", message = "You have ten minutes." }, proposed.About!.Version);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (sent.StatusCode, closed.StatusCode));
        Assert.Equal(("present", Title, "Sample Proposer"), (proposed.About.Kind, proposed.About.Title, Assert.Single(proposed.Parties, party => !party.Own).Member!.Name));
        var seen = await proposer.ReadAsync<ThreadResponse>($"threads/{proposed.Id}");
        Assert.Equal(["We would show the figures.", "You have ten minutes."], seen.Messages.Items.Select(message => message.Text));
        Assert.Equal(("closed", "agreed"), (seen.About!.State, seen.About.Outcome));
        Assert.Equal(new(0, 0, 0), await proposer.ReadAsync<EngagementCounts>($"engagement-counts/{session.Id}"));
    }

    [Fact]
    public async Task List_OfOneEntry_HoldsTheReadersOwnThreadsOnly()
    {
        var session = Session(lastDay: 30);
        using var proposer = host.DeskOf(await host.PeerAsync());
        using var other = host.DeskOf(await host.PeerAsync());
        using var sent = await ProposeAsync(proposer, session, Title);
        await proposer.EngagedAsync(host.Entry("country:KE"));

        Assert.Equal(1, (await proposer.ReadAsync<Page<ThreadSummary>>($"threads?entry={session.Id}")).Total);
        Assert.Equal(0, (await other.ReadAsync<Page<ThreadSummary>>($"threads?entry={session.Id}")).Total);
    }

    [Theory]
    [InlineData(0, "present", HttpStatusCode.Created)]
    [InlineData(-1, "present", HttpStatusCode.BadRequest)]
    [InlineData(-1, "ask", HttpStatusCode.BadRequest)]
    [InlineData(-1, "offer", HttpStatusCode.Created)]
    [InlineData(-90, "offer", HttpStatusCode.Created)]
    [InlineData(-91, "offer", HttpStatusCode.NotFound)]
    public async Task Session_IsOpenToProposalsUntilItIsOver_AndFor90DaysToOffers(int lastDay, string kind, HttpStatusCode expected)
    {
        using var desk = host.DeskOf(await host.PeerAsync());
        var session = Session(lastDay);

        using var answer = kind == "present" ? await ProposeAsync(desk, session, Title) : await desk.EngageAsync(session, kind);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("present", null)]
    [InlineData("present", " ")]
    [InlineData("present", "Two\nlines")]
    [InlineData("ask", Title)]
    public async Task Title_IsThatOfAProposal(string kind, string? title)
    {
        using var desk = host.DeskOf(await host.PeerAsync());

        using var answer = await ProposeAsync(desk, Session(lastDay: 30), title, kind);
        using var tooLong = await ProposeAsync(desk, Session(lastDay: 30), new('x', 201));
        using var ofAPractice = await ProposeAsync(desk, host.Entry("country:KE"), Title);

        Assert.All([answer, tooLong, ofAPractice], refused => Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode));
    }

    [Fact]
    public async Task Proposal_AndItsEnd_TakeNothingElseFromTheirBodies()
    {
        var (session, claimed) = (Session(lastDay: 30), Engaging.NewEntity());
        using var proposer = host.DeskOf(await host.PeerAsync());
        using var claimant = host.DeskOf(await host.PeerAsync(entity: claimed));
        using var staff = host.DeskOf(await host.PeerAsync(role: Roles.Moderator));
        object body = new
        {
            entryKind = session.Kind,
            slug = session.Slug,
            kind = "present",
            message = "We would show the figures.",
            title = Title,
            owner = claimed,
            entity = claimed,
            state = "closed",
            outcome = "agreed",
            entryTitle = "Another",
            entryId = Guid.Empty,
            version = 9,
        };

        using var sent = await proposer.SendAsync(HttpMethod.Post, "engagements", body);
        var proposed = Assert.Single((await staff.ReadAsync<Page<ThreadSummary>>($"threads?entry={session.Id}")).Items);
        using var byItself = await proposer.SendAsync(HttpMethod.Post, $"threads/{proposed.Id}/close", new { outcome = "agreed", own = false, role = Roles.Administrator }, proposed.About!.Version);
        using var byClaimant = await claimant.SendAsync(HttpMethod.Post, $"threads/{proposed.Id}/close", new { outcome = "agreed", entity = claimed }, proposed.About.Version);
        using var closed = await staff.SendAsync(HttpMethod.Post, $"threads/{proposed.Id}/close", new { outcome = "not_now", state = "open", kind = "ask", title = "Another", version = 9 }, proposed.About.Version);

        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.OK], new[] { sent, byItself, byClaimant, closed }.Select(answer => answer.StatusCode));
        Assert.Equal(("open", null, session.Id), (proposed.About.State, proposed.About.Outcome, proposed.About.EntryId));
        var seen = (await proposer.ReadAsync<ThreadResponse>($"threads/{proposed.Id}")).About!;
        Assert.Equal(("present", Title, "closed", "not_now", proposed.About.Version + 1), (seen.Kind, seen.Title, seen.State, seen.Outcome, seen.Version));
    }

    private static Task<HttpResponseMessage> ProposeAsync(Desk desk, EntryResponse session, string? title, string kind = "present") =>
        desk.SendAsync(HttpMethod.Post, "engagements", new { entryKind = session.Kind, slug = session.Slug, kind, message = "We would show the figures.", title });

    private EntryResponse Session(int lastDay)
    {
        var day = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime).AddDays(lastDay);
        return host.Entry(null, "session", entry => entry with { Session = new(null, day.AddDays(-1), day, null, null, []) });
    }
}
