using System.Net;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;
using static PfP.Catalogue.Tests.Submissions.Contributing;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>Who may write a session: the secretariat, and of it everybody.</summary>
public sealed class SessionAccessTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("visitor", "401 401 401 401 401 401 401")]
    [InlineData("pending", "403 403 403 403 403 403 403")]
    [InlineData("member", "403 403 404 404 404 404 404")]
    [InlineData("focal_point", "403 403 404 404 404 404 404")]
    [InlineData("moderator", "200 201 200 200 200 200 204")]
    [InlineData("administrator", "200 201 200 200 200 200 204")]
    public async Task Session_IsTheSecretariatsToWrite(string role, string expected)
    {
        await host.ImportAsync(new { kind = "session", key = $"written-{role}", title = $"Written by a {role.Replace('_', ' ')}" });
        using var moderator = new Contributing(host, "moderator", null);
        using var somebody = new Contributing(host, role, "country:MD");
        var draft = await moderator.StartAsync(kind: "session");

        List<int> answers =
        [
            await StatusAsync(somebody.CorrectSessionAsync($"written-by-a-{role.Replace('_', '-')}")),
            await StatusAsync(somebody.SendAsync(HttpMethod.Post, "?kind=session", CompleteSession)),
            await StatusAsync(somebody.SendAsync(HttpMethod.Get, $"/{draft.Id}")),
            await StatusAsync(somebody.SendAsync(HttpMethod.Put, $"/{draft.Id}", CompleteSession with { Place = role }, draft.Version)),
            await StatusAsync(somebody.UploadAsync(draft.Id, "Agenda.pdf", SampleFiles.Pdf())),
            await StatusAsync(somebody.SendAsync(HttpMethod.Post, $"/{draft.Id}/messages", new SubmissionRemark("Hello"))),
        ];
        var now = await moderator.ReadAsync<SubmissionResponse>($"/{draft.Id}");
        answers.Add(await StatusAsync(somebody.SendAsync(HttpMethod.Delete, $"/{draft.Id}", version: now.Version)));

        Assert.Equal(expected, string.Join(' ', answers));
    }

    [Theory]
    [InlineData("member")]
    [InlineData("focal_point")]
    public async Task Session_ThatIsPublished_IsInNoListOfMembers_AndTheirsIsNone(string role)
    {
        using var moderator = new Contributing(host, "moderator", null);
        var draft = await moderator.StartAsync(kind: "session");
        await moderator.PublishSessionAsync(draft, draft.Form with { Title = $"A session that no {role} has" });
        using var somebody = new Contributing(host, role, "country:MD");

        using var one = await somebody.SendAsync(HttpMethod.Get, $"/{draft.Id}");
        using var published = await somebody.SendAsync(HttpMethod.Post, $"/{draft.Id}/publish", version: draft.Version);
        using var drafts = await somebody.SendAsync(HttpMethod.Get, "/queue/sessions");
        using var queue = await moderator.SendAsync(HttpMethod.Get, "/queue?state=published&pageSize=100");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (one.StatusCode, published.StatusCode, drafts.StatusCode));
        Assert.DoesNotContain(draft.Id.ToString(), await queue.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_AreSharedByTheSecretariat_AndNobodyReviewsThem()
    {
        using var moderator = new Contributing(host, "moderator", null);
        using var colleague = new Contributing(host, "administrator", null);
        var draft = await moderator.StartAsync(kind: "session");

        Assert.Contains(draft.Id.ToString(), await (await colleague.SendAsync(HttpMethod.Get, "/queue/sessions?pageSize=100")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        foreach (var (step, body) in new (string, object?)[] { ("submit", null), ("take-back", null), ("request-changes", new SubmissionRemark("More")), ("refuse", new SubmissionRemark("No")), ("take", null), ("schedule", new PublicationDay(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(3))) })
        {
            Assert.Equal($"{step} 409", $"{step} {await StatusAsync(colleague.SendAsync(HttpMethod.Post, $"/{draft.Id}/{step}", body, draft.Version))}");
        }

        Assert.Equal(400, await StatusAsync(moderator.SendAsync(HttpMethod.Post, "?kind=session&onBehalfOf=country:KE", CompleteSession)));
        Assert.Equal(("draft", draft.Version), ((await moderator.ReadAsync<SubmissionResponse>($"/{draft.Id}")).State, draft.Version));
    }
}
