using System.Net;
using System.Text.Json;
using PfP.Contracts;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.Testing;

namespace PfP.Identity.Tests.Members;

public sealed class ErasureTests(IdentityHost host)
{
    [Fact]
    public async Task Member_WhoDeletesTheAccount_LeavesNothingButAnId()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        await visitor.SetUpAsync(host);
        var member = await host.MemberAsync(email);
        await FailedMessage.AddAsync(host.DatabaseConnectionString, $"{member.Id} {email}", TestContext.Current.CancellationToken);

        var mismatch = await visitor.SubmitAsync("/account/data", "delete", ("confirmation", "somebody@example.org"));
        var answer = await visitor.SubmitAsync("/account/data", "delete", ("confirmation", email));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (mismatch.Status, answer.Status));
        Assert.Equal(member.Version + 1, (await host.Published.OneAsync<MemberErased>(erased => erased.MemberId == member.Id)).Version);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SignInAsync(email)).Status);
        Assert.Empty(await TablesWithAsync(email));
        Assert.Equal(["security_events"], await TablesWithAsync(member.Id.ToString()));
    }

    [Fact]
    public async Task Export_HoldsWhatIsKnownAndNoSecret()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        var member = await host.MemberAsync(email);
        var thread = await host.ThreadAsync(member, await host.PeerAsync());
        using var own = host.DeskOf(member);
        await own.WroteAsync(thread, "What I wrote.");
        await own.EngagedAsync(host.Entry("country:KE"), "adapt", "What I asked.");

        var export = await visitor.GetAsync("/account/data/export");

        using var data = JsonDocument.Parse(export.Html);
        Assert.Equal(email, data.RootElement.GetProperty("account").GetProperty("email").GetString());
        Assert.Equal("approved", data.RootElement.GetProperty("member").GetProperty("state").GetString());
        Assert.NotEmpty(data.RootElement.GetProperty("sessions").EnumerateArray());
        Assert.NotEmpty(data.RootElement.GetProperty("securityLog").EnumerateArray());
        Assert.Equal(["What I wrote.", "What I asked."], data.RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("text").GetString()));
        var engagement = Assert.Single(data.RootElement.GetProperty("engagements").EnumerateArray());
        Assert.Equal(("adapt", "Sending money home", "open"), (engagement.GetProperty("kind").GetString(), engagement.GetProperty("entry").GetString(), engagement.GetProperty("state").GetString()));
        Assert.True(Assert.Single(data.RootElement.GetProperty("introductions").EnumerateArray()).GetProperty("asked").GetBoolean());
        Assert.Equal("secretariat", data.RootElement.GetProperty("member").GetProperty("directory").GetProperty("emailVisibility").GetString());
        Assert.DoesNotContain("passwordHash", export.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("stamp", export.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Export_HoldsWhatTheOtherServicesSay_AskedWithoutARole_AndSaysWhichDidNotAnswer()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        var member = await host.MemberAsync(email);

        var export = await visitor.GetAsync("/account/data/export");

        using var data = JsonDocument.Parse(export.Html);
        var elsewhere = data.RootElement.GetProperty("elsewhere");
        foreach (var service in new[] { "catalogue", "search", "notifications" })
        {
            Assert.Equal($"{service}: {member.Id}", elsewhere.GetProperty(service).GetProperty("of").GetString());
        }

        Assert.Equal(JsonValueKind.Null, elsewhere.GetProperty("calls").ValueKind);
        Assert.StartsWith("calls did not answer", Assert.Single(data.RootElement.GetProperty("missing").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.All(host.Others.TokensOf(member.Id), token =>
        {
            Assert.Equal(("at+jwt", "pfp"), (token.Typ, Assert.Single(token.Audiences)));
            Assert.False(token.TryGetClaim("role", out _));
            Assert.InRange(token.ValidTo - token.IssuedAt, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        });
    }

    [Fact]
    public async Task Profile_WhenChanged_TellsWhoeverWritesToTheMember()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        var member = await host.MemberAsync(email);

        await visitor.SubmitAsync("/account", "profile", ("name", "Another Name"), ("language", "es"), ("zone", "Africa/Dakar"), ("email", "else@example.org"), ("entity", "country:FR"));

        var changed = await host.Published.OneAsync<MemberContactChanged>(changed => changed.MemberId == member.Id);
        Assert.Equal(new MemberContact("Another Name", email, "es", "Africa/Dakar"), changed.Contact);
        Assert.Equal(member.Entity, (await host.MemberAsync(email)).Entity);
    }

    [Fact]
    public async Task Member_WhoDeletesTheAccount_IsNobodyInWhatOthersKeep()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        var member = await host.MemberAsync(email);
        var (other, third) = (await host.PeerAsync(), await host.PeerAsync());
        var thread = await host.ThreadAsync(member, other);
        using var own = host.DeskOf(member);
        using var peer = host.DeskOf(other);
        await peer.WroteAsync(thread, "A question.");
        var message = await own.WroteAsync(thread, "What stays.");
        using var shared = await own.SendAsync(HttpMethod.Post, $"threads/{thread}/share-contacts");
        await own.ReadAsync<ThreadResponse>($"threads/{thread}");
        var open = await own.AskedAsync(third);
        using var reported = await peer.SendAsync(HttpMethod.Post, "abuse-reports", new { threadId = thread, messageId = message.Id, reason = "x" });
        Assert.Single((await peer.ReadAsync<ThreadResponse>($"threads/{thread}")).Contacts);

        await visitor.SubmitAsync("/account/data", "delete", ("confirmation", email));

        Assert.Equal(["security_events"], await TablesWithAsync(member.Id.ToString()));
        Assert.Empty(await TablesWithAsync(email));
        var left = await peer.ReadAsync<ThreadResponse>($"threads/{thread}");
        Assert.Equal([("A question.", true), ("What stays.", false)], left.Messages.Items.Select(read => (read.Text, read.From is not null)));
        Assert.Equal([false, true], left.Parties.Select(party => party.Member is not null).Order());
        Assert.Empty(left.Contacts);
        Assert.Equal("withdrawn", (await host.Published.OneAsync<IntroductionAnswered>(answered => answered.IntroductionId == open.Id)).Answer);
        using var desk = host.DeskOf(third);
        Assert.Equal(("withdrawn", null), await StateAsync(desk, open.Id));
        using var staff = new Desk(host);
        Assert.Null((await staff.ReadAsync<AbuseReportResponse>(reported.Headers.Location!.OriginalString["/api/members/".Length..])).Reported);
        using var refused = await own.SendAsync(HttpMethod.Post, "introductions", new { to = other.Id, message = "Still here." });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Member_WhoDeletesTheAccount_IsNobodyInWhatTheyAskedAboutAnEntry_WhoseOwnerReadsOn()
    {
        var email = await host.JoinAsync();
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(email);
        var member = await host.MemberAsync(email);
        var owner = Engaging.NewEntity();
        using var focal = host.DeskOf(await host.PeerAsync(entity: owner));
        using var own = host.DeskOf(member);
        var entry = host.Entry(owner);
        var asked = await own.EngagedAsync(entry, "adapt", "What stays.");

        await visitor.SubmitAsync("/account/data", "delete", ("confirmation", email));

        Assert.Equal(["security_events"], await TablesWithAsync(member.Id.ToString()));
        var left = await focal.ReadAsync<ThreadResponse>($"threads/{asked.ThreadId}");
        Assert.Equal([("What stays.", null)], left.Messages.Items.Select(message => (message.Text, message.From)));
        Assert.Equal(("closed", "withdrawn", false), (left.About!.State, left.About.Outcome, left.About.Own));
        Assert.DoesNotContain((await focal.ReadAsync<Page<DeskItem>>("desk")).Items, item => item.Kind == "engagement");
        Assert.Equal(1, (await focal.ReadAsync<EngagementCounts>($"engagement-counts/{entry.Id}")).Adaptations);
    }

    [Fact]
    public async Task Thread_ThatBothHaveLeft_IsDeleted()
    {
        var emails = new[] { await host.JoinAsync(), await host.JoinAsync() };
        var thread = await host.ThreadAsync(await host.MemberAsync(emails[0]), await host.MemberAsync(emails[1]));

        foreach (var email in emails)
        {
            using var visitor = new Visitor(host);
            await visitor.SignInAsync(email);
            await visitor.SubmitAsync("/account/data", "delete", ("confirmation", email));
        }

        Assert.Empty(await TablesWithAsync(thread.ToString()));
    }

    private static async Task<(string State, MemberName? From)> StateAsync(Desk desk, Guid introduction)
    {
        var read = await desk.ReadAsync<IntroductionResponse>($"introductions/{introduction}");
        return (read.State, read.From);
    }

    // An event keeps what it says in the outbox until it has been sent.
    private async Task<List<string>> TablesWithAsync(string text) =>
        [.. (await StoredText.TablesWithAsync(host.DatabaseConnectionString, text, TestContext.Current.CancellationToken)).Where(table => table != "public.outbox").Select(table => table.Split('.')[1])];
}
