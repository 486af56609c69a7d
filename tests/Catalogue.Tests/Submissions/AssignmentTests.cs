using System.Net;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>Which moderator sees to a submission, and what of the queue each wants to see.</summary>
public sealed class AssignmentTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submission_IsTaken_TakenOver_AndGivenBack_OnRecord()
    {
        using var owner = new Contributing(host, "member", Contributing.NewCountry());
        using var one = new Contributing(host, "moderator", null);
        using var other = new Contributing(host, "administrator", null);
        var submitted = await owner.SubmittedAsync();

        var taken = await one.DoAsync(HttpMethod.Post, $"/{submitted.Id}/take", version: submitted.Version);
        using var notTheirs = await other.SendAsync(HttpMethod.Post, $"/{submitted.Id}/give-back", version: taken.Version);
        var seen = await other.ReadAsync<SubmissionResponse>($"/{submitted.Id}");
        var takenOver = await other.DoAsync(HttpMethod.Post, $"/{submitted.Id}/take", version: taken.Version);
        var free = await other.DoAsync(HttpMethod.Post, $"/{submitted.Id}/give-back", version: takenOver.Version);

        Assert.Equal((null, "me", "another", "me", null), (submitted.Assigned, taken.Assigned, seen.Assigned, takenOver.Assigned, free.Assigned));
        Assert.Equal(HttpStatusCode.Conflict, notTheirs.StatusCode);
        Assert.Equal(submitted.Version + 3, free.Version);
        var records = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == submitted.Id).OrderBy(record => record.Id).ToListAsync(Cancellation));
        Assert.Equal(["taken", "taken", "given back"], records.TakeLast(3).Select(record => record.Action));
        Assert.Equal(2, records.TakeLast(3).Select(record => record.Actor).Distinct().Count());
        // A move of the secretariat's own, of which its owner reads nothing.
        Assert.Equal(["submitted"], free.Steps.Select(step => step.Kind));
    }

    [Fact]
    public async Task Taker_IsNobodysBusiness_ButTheSecretariats()
    {
        using var owner = new Contributing(host, "focal_point", Contributing.NewCountry());
        using var moderator = new Contributing(host, "moderator", null);
        var submitted = await owner.SubmittedAsync();
        var taken = await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/take", version: submitted.Version);
        var back = await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/request-changes", new SubmissionRemark("More."), taken.Version);

        Assert.Equal("me", back.Assigned);
        Assert.Null((await owner.ReadAsync<SubmissionResponse>($"/{submitted.Id}")).Assigned);
        Assert.Null(Assert.Single((await owner.ReadAsync<Page<SubmissionSummary>>("")).Items).Assigned);
    }

    [Theory]
    [InlineData("draft", HttpStatusCode.NotFound)]
    [InlineData("submitted", HttpStatusCode.OK)]
    [InlineData("changes_requested", HttpStatusCode.Conflict)]
    [InlineData("published", HttpStatusCode.Conflict)]
    [InlineData("refused", HttpStatusCode.Conflict)]
    public async Task Submission_IsTaken_BySecretariat_WhileItWaitsForThem(string state, HttpStatusCode expected)
    {
        using var owner = new Contributing(host, "focal_point", Contributing.NewCountry());
        using var moderator = new Contributing(host, "moderator", null);
        var submission = await InStateAsync(owner, moderator, state);

        foreach (var role in new[] { "member", "focal_point", "moderator" })
        {
            using var somebody = new Contributing(host, role, submission.Owner);
            using var take = await somebody.SendAsync(HttpMethod.Post, $"/{submission.Id}/take", version: submission.Version);
            // Who acts for the owner sees its drafts, a moderator too.
            Assert.Equal(role != "moderator" ? HttpStatusCode.Forbidden : state == "draft" ? HttpStatusCode.Conflict : expected, take.StatusCode);
        }

        if (state == "draft")
        {
            using var take = await moderator.SendAsync(HttpMethod.Post, $"/{submission.Id}/take", version: submission.Version);
            Assert.Equal(expected, take.StatusCode);
        }
    }

    [Fact]
    public async Task Assignment_IsOfTheVersionThatWasSeen()
    {
        using var owner = new Contributing(host, "member", Contributing.NewCountry());
        using var one = new Contributing(host, "moderator", null);
        using var other = new Contributing(host, "moderator", null);
        var submitted = await owner.SubmittedAsync();
        await one.DoAsync(HttpMethod.Post, $"/{submitted.Id}/take", version: submitted.Version);

        using var late = await other.SendAsync(HttpMethod.Post, $"/{submitted.Id}/take", version: submitted.Version);
        using var unseen = await other.SendAsync(HttpMethod.Post, $"/{submitted.Id}/take");

        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionRequired), (late.StatusCode, unseen.StatusCode));
    }

    [Fact]
    public async Task Queue_IsNarrowedByStateOwnerAndModerator_LongestFirst()
    {
        var country = Contributing.NewCountry();
        using var owner = new Contributing(host, "member", country);
        using var me = new Contributing(host, "moderator", null);
        using var other = new Contributing(host, "moderator", null);
        var (mine, theirs, free) = (await owner.SubmittedAsync(), await owner.SubmittedAsync(), await owner.SubmittedAsync());
        var (stranger, draft) = (Contributing.NewCountry(), await owner.StartAsync());
        using var neighbour = new Contributing(host, "member", stranger);
        var elsewhere = await neighbour.SubmittedAsync();
        await me.DoAsync(HttpMethod.Post, $"/{mine.Id}/take", version: mine.Version);
        await other.DoAsync(HttpMethod.Post, $"/{theirs.Id}/take", version: theirs.Version);

        Assert.Equal([(mine.Id, "me"), (theirs.Id, "another"), (free.Id, null)], await QueueAsync(me, $"owner={country}&assigned=all"));
        Assert.Equal([(mine.Id, "me")], await QueueAsync(me, $"owner={country}&assigned=me"));
        Assert.Equal([(free.Id, null)], await QueueAsync(me, $"owner={country}&assigned=nobody"));
        Assert.Equal([(theirs.Id, "me")], await QueueAsync(other, "assigned=me"));
        Assert.Equal([(elsewhere.Id, null)], await QueueAsync(me, $"owner={stranger}"));
        Assert.Empty(await QueueAsync(me, $"owner={country}&state=refused"));
        Assert.DoesNotContain(draft.Id, (await QueueAsync(me, $"owner={country}")).Select(item => item.Id));
        var owners = await me.ReadAsync<IReadOnlyList<string>>("/queue/owners");
        Assert.All([country, stranger], one => Assert.Contains(one, owners));
    }

    [Theory]
    [InlineData("state=draft", "state")]
    [InlineData("assigned=somebody", "assigned")]
    [InlineData("owner=MD", "owner")]
    [InlineData("owner=country:%00", "owner")]
    public async Task Queue_AskedWrongly_SaysWhatIsWrong(string query, string field)
    {
        using var moderator = new Contributing(host, "moderator", null);

        using var answer = await moderator.SendAsync(HttpMethod.Get, $"/queue?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"errors\":{{\"{field}\":", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<(Guid Id, string? Assigned)>> QueueAsync(Contributing moderator, string query) =>
        (await moderator.ReadAsync<Page<SubmissionSummary>>($"/queue?{query}&pageSize=100")).Items.Select(item => (item.Id, item.Assigned));

    private static async Task<SubmissionResponse> InStateAsync(Contributing owner, Contributing moderator, string state)
    {
        if (state == "draft")
        {
            return await owner.StartAsync();
        }

        var submitted = await owner.SubmittedAsync();
        return state switch
        {
            "changes_requested" => await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/request-changes", new SubmissionRemark("More"), submitted.Version),
            "published" => await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/publish", version: submitted.Version),
            "refused" => await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/refuse", new SubmissionRemark("No"), submitted.Version),
            _ => submitted,
        };
    }
}
