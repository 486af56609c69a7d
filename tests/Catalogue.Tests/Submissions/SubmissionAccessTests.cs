using System.Net;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>Nobody reads or changes what is another's, and nobody says what is not theirs to say.</summary>
public sealed class SubmissionAccessTests(CatalogueHost host)
{
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
                foreach (var (method, path, body) in Contributing.Verbs)
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
        foreach (var (method, path, body) in Contributing.Verbs)
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

    [Theory]
    [InlineData("draft")]
    [InlineData("submitted")]
    [InlineData("changes_requested")]
    [InlineData("refused")]
    public async Task Submission_BeforePublication_IsInNoPublicAnswer_NoEvent_AndNoOtherTable(string state)
    {
        var (title, mailbox) = ($"Unpublished as yet and {state}", $"{state}@unpublished.example");
        await Contributing.InStateAsync(host, state, Contributing.NewCountry(), Contributing.Complete with { Title = title, Contact = new("Unit nobody knows", mailbox) });

        using var list = await host.AskAsync("practices?pageSize=100");
        Assert.DoesNotContain(title, await list.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        foreach (var secret in new[] { title, mailbox })
        {
            var tables = await StoredText.TablesWithAsync(host.DatabaseConnectionString, secret, Cancellation);
            Assert.Equal(["submissions"], tables.Select(table => table.Split('.')[1]));
        }
    }

    [Fact]
    public async Task Submission_IsCountedByNobody_UntilItIsPublished()
    {
        var form = Contributing.Complete with { Title = "Counted when it is public", Countries = [new("PW", "lead")], Organisations = [new("Bureau that is named nowhere else", "lead")] };
        var before = await CountsAsync();
        foreach (var state in new[] { "draft", "submitted", "changes_requested", "refused" })
        {
            await Contributing.InStateAsync(host, state, Contributing.NewCountry(), form);
            Assert.Equal(before, await CountsAsync());
        }

        await Contributing.InStateAsync(host, "published", Contributing.NewCountry(), form);
        Assert.Equal((before.Listed + 1, before.OfCountry + 1, before.Organisations + 1), await CountsAsync());
    }

    [Fact]
    public async Task Answers_AreKeptByNobody()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var draft = await member.StartAsync();
        using var answer = await member.SendAsync(HttpMethod.Get, $"/{draft.Id}");
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    private async Task<(int Listed, int OfCountry, int Organisations)> CountsAsync()
    {
        var listed = await host.GetAsync<Page<EntrySummary>>("practices?country=PW");
        var country = await host.GetAsync<CountryResponse>("countries/PW");
        var named = await host.InDatabaseAsync(db => db.Organisations.CountAsync(organisation => organisation.Name == "Bureau that is named nowhere else", Cancellation));
        return (listed.Total, country.Practices, named);
    }

    private Task<SubmissionResponse> InStateAsync(string state) => Contributing.InStateAsync(host, state, Contributing.NewCountry());
}
