using System.Net;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts;
using PfP.Contracts.Identity.Api;
using PfP.Identity.Members.Directory;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Identity.Tests.Members;

public sealed class ThreadTests(IdentityHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_ArriveInOrderAndAreUnreadUntilTheyAreSeen()
    {
        var (one, other) = (await host.PeerAsync("Sample One"), await host.PeerAsync("Sample Two"));
        var id = await host.ThreadAsync(one, other);
        using var first = host.DeskOf(one);
        using var second = host.DeskOf(other);
        var sent = new[] { await first.WroteAsync(id, "A"), await first.WroteAsync(id, "B"), await second.WroteAsync(id, "C") };

        var (unread, last) = Of(await second.ReadAsync<Page<ThreadSummary>>("threads"));
        Assert.Equal(2, unread);
        Assert.Equal(sent[2].SentAt, last, TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, Of(await first.ReadAsync<Page<ThreadSummary>>("threads")).Unread);
        var page = await second.ReadAsync<ThreadResponse>($"threads/{id}?pageSize=1");
        Assert.Equal(("A", 3, "Sample One", false), (page.Messages.Items[0].Text, page.Messages.Total, page.Messages.Items[0].From?.Name, page.Messages.Items[0].Own));
        Assert.Equal(1, Of(await second.ReadAsync<Page<ThreadSummary>>("threads")).Unread);
        var all = await second.ReadAsync<ThreadResponse>($"threads/{id}");
        Assert.Equal(["A", "B", "C"], all.Messages.Items.Select(message => message.Text));
        Assert.Equal(0, Of(await second.ReadAsync<Page<ThreadSummary>>("threads")).Unread);
        await second.ReadAsync<ThreadResponse>($"threads/{id}?pageSize=1");
        Assert.Equal(0, Of(await second.ReadAsync<Page<ThreadSummary>>("threads")).Unread);

        static (int Unread, DateTimeOffset Last) Of(Page<ThreadSummary> page) => (Assert.Single(page.Items).Unread, page.Items[0].LastMessageAt);
    }

    [Fact]
    public async Task Thread_ForWhoeverIsNoParty_IsNotThere()
    {
        var (one, other) = (await host.PeerAsync(entity: "country:MD"), await host.PeerAsync(entity: "country:SN"));
        var id = await host.ThreadAsync(one, other);
        var colleague = await host.PeerAsync(entity: "country:MD");
        using var first = host.DeskOf(one);
        await first.WroteAsync(id, "Between us.");

        foreach (var stranger in new[] { host.DeskOf(colleague), host.DeskOf(await host.PeerAsync()), new Desk(host, Roles.Administrator) })
        {
            using (stranger)
            {
                foreach (var (method, path) in new[] { ("GET", ""), ("POST", "/messages"), ("POST", "/share-contacts"), ("DELETE", "/share-contacts") })
                {
                    using var answer = await stranger.SendAsync(new(method), $"threads/{id}{path}", path == "/messages" ? new { text = "Me too." } : null);
                    Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                }

                Assert.DoesNotContain((await stranger.ReadAsync<Page<ThreadSummary>>("threads")).Items, thread => thread.Id == id);
            }
        }
    }

    [Fact]
    public async Task Thread_OfAnEntityAndTheSecretariat_IsOpenToWhoeverActsForThem()
    {
        var entity = $"organisation:{Peers.Word()}";
        var id = Guid.CreateVersion7();
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            insert into members.threads values ({id}, now(), now(), 0);
            insert into members.thread_parties (id, thread_id, kind, entity) values ({Guid.NewGuid()}, {id}, 'entity', {entity});
            insert into members.thread_parties (id, thread_id, kind) values ({Guid.NewGuid()}, {id}, 'secretariat');
            """,
            Cancellation));
        using var officer = host.DeskOf(await host.PeerAsync("Sample Officer", entity: entity));
        using var colleague = host.DeskOf(await host.PeerAsync(entity: entity));
        using var moderator = host.DeskOf(await host.PeerAsync(role: Roles.Moderator));
        using var stranger = host.DeskOf(await host.PeerAsync(entity: entity + "x"));
        using var nobodys = host.DeskOf(await host.PeerAsync());

        await officer.WroteAsync(id, "A question.");
        await moderator.WroteAsync(id, "An answer.");

        var seen = await colleague.ReadAsync<ThreadResponse>($"threads/{id}");
        Assert.Equal(["A question.", "An answer."], seen.Messages.Items.Select(message => message.Text));
        Assert.Equal(("entity", entity, true), seen.Parties.Where(party => party.Own).Select(party => (party.Kind, party.Entity, party.Own)).Single());
        Assert.Equal("Sample Officer", seen.Messages.Items[0].From?.Name);
        foreach (var other in new[] { stranger, nobodys })
        {
            using var answer = await other.SendAsync(HttpMethod.Get, $"threads/{id}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Message_SentAgain_IsOneMessage()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        var id = await host.ThreadAsync(one, other);
        using var desk = host.DeskOf(one);

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.WroteAsync(id, "Once.", "the-same")));

        Assert.Single(sent.Select(message => message.Id).Distinct());
        Assert.Single((await desk.ReadAsync<ThreadResponse>($"threads/{id}")).Messages.Items);
    }

    [Fact]
    public async Task Messages_SentAtOnce_AreAllKept()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        var id = await host.ThreadAsync(one, other);
        using var first = host.DeskOf(one);
        using var second = host.DeskOf(other);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => (number % 2 == 0 ? first : second).WroteAsync(id, $"{number}")));

        Assert.Equal(6, (await first.ReadAsync<ThreadResponse>($"threads/{id}")).Messages.Items.Select(message => message.Text).Distinct().Count());
    }

    [Fact]
    public async Task Messages_BeyondTheHoursNumber_Wait()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        var id = await host.ThreadAsync(one, other);
        using var desk = host.DeskOf(one);
        for (var number = 0; number < 60; number++)
        {
            await desk.WroteAsync(id, "Again.");
        }

        using var refused = await desk.SendAsync(HttpMethod.Post, $"threads/{id}/messages", new { text = "Too much." });
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));
        host.Clock.Advance(refused.Headers.RetryAfter.Delta.Value);
        using var later = host.DeskOf(one);
        await later.WroteAsync(id, "After a pause.");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("a\u0007b")]
    [InlineData(null)]
    public async Task Message_ThatIsNone_IsRefused(string? text)
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        var id = await host.ThreadAsync(one, other);
        using var desk = host.DeskOf(one);

        using var answer = await desk.SendAsync(HttpMethod.Post, $"threads/{id}/messages", new { text });
        using var longer = await desk.SendAsync(HttpMethod.Post, $"threads/{id}/messages", new { text = new string('x', 5001) });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (answer.StatusCode, longer.StatusCode));
    }

    [Fact]
    public async Task Contacts_AreSharedOnlyThereAndCanBeTakenBack()
    {
        var (one, other) = (await host.PeerAsync(entry: new DirectoryEntry { Telephone = "+41 22 000 00 00" }), await host.PeerAsync());
        var id = await host.ThreadAsync(one, other);
        using var first = host.DeskOf(one);
        using var second = host.DeskOf(other);
        Assert.Empty((await second.ReadAsync<ThreadResponse>($"threads/{id}")).Contacts);

        using var shared = await first.SendAsync(HttpMethod.Post, $"threads/{id}/share-contacts");
        using var again = await first.SendAsync(HttpMethod.Post, $"threads/{id}/share-contacts");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (shared.StatusCode, again.StatusCode));
        var contact = Assert.Single((await second.ReadAsync<ThreadResponse>($"threads/{id}")).Contacts);
        Assert.Equal((one.Id, one.Email, "+41 22 000 00 00", false), (contact.Member.Id, contact.Email, contact.Telephone, contact.Own));
        Assert.Null((await second.ReadAsync<MemberProfile>($"directory/{one.Id}")).Email);
        using var revoked = await first.SendAsync(HttpMethod.Delete, $"threads/{id}/share-contacts");
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Empty((await second.ReadAsync<ThreadResponse>($"threads/{id}")).Contacts);
    }

    [Fact]
    public async Task Member_WhoseMembershipEnded_WritesNothingMore()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        var id = await host.ThreadAsync(one, other);
        using var desk = host.DeskOf(one);
        await host.ChangeAsync(one, member => member.End(null, host.Clock.GetUtcNow()));

        using var message = await desk.SendAsync(HttpMethod.Post, $"threads/{id}/messages", new { text = "Still here." });
        using var share = await desk.SendAsync(HttpMethod.Post, $"threads/{id}/share-contacts");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (message.StatusCode, share.StatusCode));
    }
}
