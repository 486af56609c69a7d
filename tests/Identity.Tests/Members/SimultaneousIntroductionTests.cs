using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts;
using PfP.Contracts.Identity;
using PfP.Contracts.Identity.Api;
using PfP.Testing;

namespace PfP.Identity.Tests.Members;

public sealed class SimultaneousIntroductionTests(IdentityHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_GivenAtOnce_LetOnePass()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        using var asker = host.DeskOf(one);
        using var asked = host.DeskOf(other);
        var made = await asker.AskedAsync(other);

        var answers = await WhileLockedAsync(made.Id, () =>
        [
            asked.SendAsync(HttpMethod.Post, $"introductions/{made.Id}/accept", version: 1),
            asked.SendAsync(HttpMethod.Post, $"introductions/{made.Id}/decline", version: 1),
            asker.SendAsync(HttpMethod.Post, $"introductions/{made.Id}/withdraw", version: 1),
        ]);

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK), answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed }));
        await host.Published.OneAsync<IntroductionAnswered>(answered => answered.IntroductionId == made.Id);
        var threads = (await asked.ReadAsync<Page<ThreadSummary>>("threads")).Total;
        Assert.Equal((await asked.ReadAsync<IntroductionResponse>($"introductions/{made.Id}")).State == "accepted" ? 1 : 0, threads);
    }

    [Fact]
    public async Task Request_SentAgain_IsTheSameIntroduction()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        using var asker = host.DeskOf(one);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => asker.AskAsync(other, key: "the-same")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal(1, (await asker.ReadAsync<Page<IntroductionResponse>>("introductions")).Total);
    }

    [Fact]
    public async Task Two_WhoAskEachOtherAtOnce_HaveOneIntroduction()
    {
        var (one, other) = (await host.PeerAsync(), await host.PeerAsync());
        using var first = host.DeskOf(one);
        using var second = host.DeskOf(other);

        var answers = await Task.WhenAll(first.AskAsync(other), second.AskAsync(one));

        var made = (await Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created).Content.ReadFromJsonAsync<IntroductionResponse>(Cancellation))!;
        var refused = await Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Conflict).Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(made.Id, refused.GetProperty("introductionId").GetGuid());
    }

    // All have read the introduction before one of them can change it.
    private Task<HttpResponseMessage[]> WhileLockedAsync(Guid id, Func<Task<HttpResponseMessage>[]> send) => host.InDatabaseAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        await db.Database.ExecuteSqlAsync($"select from members.introductions where id = {id} for update", Cancellation);
        var answers = send();
        await Eventually.TrueAsync(
            () => host.InDatabaseAsync(async other => answers.Length == await other.Database
                .SqlQuery<int>($"select count(*)::int as \"Value\" from pg_stat_activity where wait_event_type = 'Lock' and query like 'UPDATE members.introductions%'")
                .SingleAsync(Cancellation)),
            "all answers at the lock");
        await transaction.CommitAsync(Cancellation);
        return await Task.WhenAll(answers);
    });
}
