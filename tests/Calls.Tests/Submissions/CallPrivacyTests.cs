using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PfP.Calls.Tests.Hosting;
using PfP.Contracts.Calls;
using PfP.Contracts.Calls.Api;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.Testing;

namespace PfP.Calls.Tests.Submissions;

/// <summary>What is not for everybody: the contact of a call at all times, and all of it before it is public.</summary>
public sealed class CallPrivacyTests(CallsHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contact_IsForMembers_AndInNoPublicAnswerNorEventNorRecord()
    {
        var (office, mailbox) = ("Unit that only members know", "only-members@ministry.example");
        var form = Calling.Complete with { Title = "Asked about by members", Countries = ["NU"], Contact = new(office, $" {mailbox} ") };
        var call = await Calling.InStateAsync(host, "cancelled", Calling.NewOwner(), form);
        using var member = new Calling(host, "member", null);
        using var visitor = new Calling(host, "visitor", null);
        using var pending = new Calling(host, "pending", null);
        using var moderator = new Calling(host, "moderator", null);
        await moderator.DoAsync(call, "reopen", Calling.Later(80));

        using var answer = await member.AskAsync(HttpMethod.Get, $"/{call.Slug}/contact");
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal(new(office, mailbox), await Calling.ReadAsync<CallContact>(member.AskAsync(HttpMethod.Get, $"/{call.Slug}/contact")));
        foreach (var (person, status) in new[] { (visitor, HttpStatusCode.Unauthorized), (pending, HttpStatusCode.Forbidden) })
        {
            using var refused = await person.AskAsync(HttpMethod.Get, $"/{call.Slug}/contact");
            Assert.Equal(status, refused.StatusCode);
        }

        foreach (var path in new[] { $"/{call.Slug}", "?country=NU", "?country=NU&pageSize=100" })
        {
            using var shown = await member.AskAsync(HttpMethod.Get, path);
            Told(await shown.Content.ReadAsStringAsync(Cancellation));
        }

        Told(JsonSerializer.Serialize(await host.Published.OfAsync<CallPublished>(message => message.CallId == call.Id, 3)));
        Told(JsonSerializer.Serialize(await host.Published.OfAsync<CallChanged>(message => message.CallId == call.Id, 3)));
        Assert.Equal(["calls"], await TablesWithAsync(mailbox));
        Assert.Equal(["calls"], await TablesWithAsync(office));

        void Told(string text)
        {
            Assert.Contains(call.Id.ToString(), text, StringComparison.Ordinal);
            Assert.DoesNotContain(office, text, StringComparison.Ordinal);
            Assert.DoesNotContain(mailbox, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/not-a-minute-more-time-to-protect-the-rights-of-migrant-domestic-workers-a-check/contact")]
    [InlineData("/no-such-call/contact")]
    public async Task Contact_OfACallWithoutOne_IsNotThere(string path)
    {
        using var member = new Calling(host, "member", null);
        using var answer = await member.AskAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("submitted")]
    [InlineData("changes_requested")]
    [InlineData("refused")]
    public async Task Call_BeforePublication_IsInNoPublicAnswerNorReplayNorOtherTable(string state)
    {
        var title = $"Unpublished as yet and {state}";
        var call = await Calling.InStateAsync(host, state, Calling.NewOwner(), Calling.Complete with { Title = title });
        using var visitor = new Calling(host, "visitor", null);

        using var list = await visitor.AskAsync(HttpMethod.Get, "?country=MD&pageSize=100");
        Assert.DoesNotContain(title, await list.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await using var scope = host.Services.CreateAsyncScope();
        var replayed = await scope.ServiceProvider.GetRequiredService<IReplaySource>().EventsAsync(Cancellation).Cast<CallPublished>().ToListAsync(Cancellation);
        Assert.DoesNotContain(replayed, message => message.CallId == call.Id);
        Assert.Equal(["calls"], await TablesWithAsync(title));
    }

    [Fact]
    public async Task Review_StaysBetweenOwnerAndSecretariat()
    {
        using var member = new Calling(host, "member", Calling.NewOwner());
        using var moderator = new Calling(host, "moderator", null);
        var submitted = await member.DoAsync(await member.StartAsync(Calling.Complete with { Title = "Talked about in review" }), "submit");
        var asked = await moderator.DoAsync(submitted, "request-changes", new SubmissionRemark("This is rather thin.") { Comments = [new("ask", "Too thin by far.")] });
        var published = await moderator.DoAsync(await member.DoAsync(asked, "submit"), "publish");
        var cancelled = await moderator.DoAsync(published, "cancel", new CancelledFor("Not funded."));

        using var shown = await member.AskAsync(HttpMethod.Get, $"/{published.Slug}");
        var text = await shown.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Not funded.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("thin", text, StringComparison.Ordinal);
        Assert.Equal("no-store", (await member.SendAsync(HttpMethod.Get, $"/{cancelled.Id}")).Headers.CacheControl!.ToString());
    }

    private async Task<IEnumerable<string>> TablesWithAsync(string text) =>
        (await StoredText.TablesWithAsync(host.DatabaseConnectionString, text, Cancellation)).Select(table => table.Split('.')[1]);
}
