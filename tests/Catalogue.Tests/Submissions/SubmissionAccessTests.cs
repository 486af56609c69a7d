using System.Net;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>Nobody reads or changes what is another's, and nobody says what is not theirs to say.</summary>
public sealed class SubmissionAccessTests(CatalogueHost host)
{
    private static readonly (HttpMethod Method, string Path, object? Body)[] Verbs =
    [
        (HttpMethod.Get, "", null), (HttpMethod.Put, "", Contributing.Complete), (HttpMethod.Delete, "", null), (HttpMethod.Post, "/submit", null), (HttpMethod.Post, "/take-back", null),
        (HttpMethod.Post, "/messages", new SubmissionRemark("Hello")), (HttpMethod.Post, "/request-changes", new SubmissionRemark("Change it")),
        (HttpMethod.Post, "/refuse", new SubmissionRemark("No")), (HttpMethod.Post, "/publish", null),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("draft")]
    [InlineData("submitted")]
    [InlineData("changes_requested")]
    [InlineData("published")]
    [InlineData("refused")]
    public async Task Submission_InAnyState_IsNotThereForAnotherCountry(string state)
    {
        var submission = await InStateAsync(state);
        foreach (var role in new[] { "member", "focal_point" })
        {
            foreach (var entity in new[] { Contributing.NewCountry(), "organisation:iom", null })
            {
                using var stranger = new Contributing(host, role, entity);
                foreach (var (method, path, body) in Verbs)
                {
                    using var answer = await stranger.SendAsync(method, $"/{submission.Id}{path}", body, submission.Version);
                    Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{role} {method} {path}: {answer.StatusCode}");
                }

                Assert.Equal(0, (await stranger.ReadAsync<Page<SubmissionSummary>>("")).Total);
            }
        }
    }

    [Fact]
    public async Task Draft_IsNotThereForTheSecretariat()
    {
        var draft = await InStateAsync("draft");
        using var moderator = new Contributing(host, "moderator", null);
        foreach (var (method, path, body) in Verbs)
        {
            using var answer = await moderator.SendAsync(method, $"/{draft.Id}{path}", body, draft.Version);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Secretariat_DoesNotWriteForAnOwner()
    {
        var submission = await InStateAsync("changes_requested");
        using var moderator = new Contributing(host, "moderator", null);

        using var write = await moderator.SendAsync(HttpMethod.Put, $"/{submission.Id}", Contributing.Complete, submission.Version);
        using var submit = await moderator.SendAsync(HttpMethod.Post, $"/{submission.Id}/submit", version: submission.Version);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (write.StatusCode, submit.StatusCode));
    }

    [Fact]
    public async Task Start_ByWhoActsForNobody_IsRefused()
    {
        using var member = new Contributing(host, "member", null);
        using var answer = await member.SendAsync(HttpMethod.Post, "", Contributing.Complete);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Fields_ThatAreNotTheWritersToSet_AreNotTaken()
    {
        var country = Contributing.NewCountry();
        using var member = new Contributing(host, "member", country);

        var made = await member.DoAsync(HttpMethod.Post, "", new
        {
            title = "Assigned",
            id = Guid.Empty,
            owner = "country:KE",
            state = "published",
            version = 9,
            slug = "mine",
            entryId = Guid.NewGuid(),
            submittedAt = "2020-01-01T00:00:00Z",
            permissionToPublish = true,
        });

        Assert.Equal(("draft", 1, country, (string?)null, (DateTimeOffset?)null), (made.State, made.Version, made.Owner, made.Slug, made.SubmittedAt));
        Assert.NotEqual(Guid.Empty, made.Id);
    }

    [Fact]
    public async Task Draft_IsInNoPublicAnswer_NoEvent_AndNoOtherTable()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        await member.SubmittedAsync(Contributing.Complete with { Title = "Unpublished as yet", Contact = new("Unit nobody knows", "unpublished@ministry.example") });

        using var list = await host.AskAsync("practices?pageSize=100");
        Assert.DoesNotContain("Unpublished as yet", await list.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        foreach (var secret in new[] { "Unpublished as yet", "unpublished@ministry.example" })
        {
            var tables = await StoredText.TablesWithAsync(host.DatabaseConnectionString, secret, Cancellation);
            Assert.Equal(["submissions"], tables.Select(table => table.Split('.')[1]));
        }
    }

    [Fact]
    public async Task Answers_AreKeptByNobody()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var draft = await member.StartAsync();
        using var answer = await member.SendAsync(HttpMethod.Get, $"/{draft.Id}");
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    private async Task<SubmissionResponse> InStateAsync(string state)
    {
        using var owner = new Contributing(host, "focal_point", Contributing.NewCountry());
        using var moderator = new Contributing(host, "moderator", null);
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
