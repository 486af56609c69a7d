using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Clearance;

/// <summary>Whoever has the link reads the text, for a while, and nothing else.</summary>
public sealed class ClearanceTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Link_ShowsTheTextAsItStands_WithoutContact_AndToNoCache()
    {
        using var owner = new Contributing(host, "member", Contributing.NewCountry());
        var draft = await owner.StartAsync();
        var link = await MakeAsync(owner, draft.Id);
        await owner.DoAsync(HttpMethod.Put, $"/{draft.Id}", draft.Form with { Title = "As it stands now" }, draft.Version);

        using var answer = await AskAsync(link.Token);

        var text = await answer.Content.ReadFromJsonAsync<ClearanceText>(Cancellation);
        Assert.Equal(("As it stands now", "draft", draft.Owner, null), (text!.Form.Title, text.State, text.Owner, text.Form.Contact));
        Assert.InRange(link.ExpiresAt - draft.ChangedAt, TimeSpan.FromDays(14), TimeSpan.FromDays(14.01));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(0, await host.InDatabaseAsync(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from clearance_links where encode(hash, 'escape') like {$"%{link.Token}%"}").SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Link_EndsWithANewOne_WhenItIsEnded_AndAfterTwoWeeks()
    {
        using var owner = new Contributing(host, "member", Contributing.NewCountry());
        var draft = await owner.StartAsync();
        var (first, second) = (await MakeAsync(owner, draft.Id), await MakeAsync(owner, draft.Id));
        var answers = new List<HttpStatusCode> { await StatusAsync(first.Token), await StatusAsync(second.Token) };
        await host.InDatabaseAsync(db => db.ClearanceLinks.Where(link => link.SubmissionId == draft.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1)), Cancellation));
        answers.Add(await StatusAsync(second.Token));
        var third = await MakeAsync(owner, draft.Id);
        answers.Add(await StatusAsync(third.Token));
        using var ended = await owner.SendAsync(HttpMethod.Delete, $"/{draft.Id}/clearance");
        answers.Add(await StatusAsync(third.Token));

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound], answers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%00")]
    [InlineData("' or 1=1")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Link_ThatIsMadeUp_LeadsNowhere(string token) => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(token));

    [Fact]
    public async Task Link_IsItsOwnersToMakeAndToEnd()
    {
        using var owner = new Contributing(host, "member", Contributing.NewCountry());
        using var stranger = new Contributing(host, "focal_point", Contributing.NewCountry());
        using var moderator = new Contributing(host, "moderator", null);
        var submitted = await owner.SubmittedAsync();
        var link = await MakeAsync(owner, submitted.Id);

        foreach (var (somebody, expected) in new[] { (stranger, HttpStatusCode.NotFound), (moderator, HttpStatusCode.Forbidden) })
        {
            using var made = await somebody.SendAsync(HttpMethod.Post, $"/{submitted.Id}/clearance");
            using var ended = await somebody.SendAsync(HttpMethod.Delete, $"/{submitted.Id}/clearance");
            Assert.Equal((expected, expected), (made.StatusCode, ended.StatusCode));
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(link.Token));
        await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/refuse", new SubmissionRemark("No"), submitted.Version);
        using var late = await owner.SendAsync(HttpMethod.Post, $"/{submitted.Id}/clearance");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    private static async Task<NewClearanceLink> MakeAsync(Contributing owner, Guid id)
    {
        using var made = await owner.SendAsync(HttpMethod.Post, $"/{id}/clearance");
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        return (await made.Content.ReadFromJsonAsync<NewClearanceLink>(Cancellation))!;
    }

    private Task<HttpResponseMessage> AskAsync(string token) => host.AskAsync($"clearance?token={(token.StartsWith('%') ? token : Uri.EscapeDataString(token))}");

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var answer = await AskAsync(token);
        return answer.StatusCode;
    }
}
