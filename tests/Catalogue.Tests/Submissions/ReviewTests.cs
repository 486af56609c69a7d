using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>What the secretariat does with a submission, and what becomes of it.</summary>
public sealed class ReviewTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changes_AreAskedForAtAField_Made_AndPublished()
    {
        using var member = new Contributing(host, "focal_point", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var submitted = await member.SubmittedAsync(Contributing.Complete with { Title = "Reviewed and then published" });

        var back = await moderator.DoAsync(
            HttpMethod.Post, $"/{submitted.Id}/request-changes", new SubmissionRemark("Nearly there.") { Comments = [new("summary", "Say who pays.")] }, submitted.Version);
        var mended = await member.DoAsync(HttpMethod.Put, $"/{back.Id}", back.Form with { Summary = "The insurers exchange records, and share the cost." }, back.Version);
        var again = await member.DoAsync(HttpMethod.Post, $"/{back.Id}/submit", version: mended.Version);
        var published = await moderator.DoAsync(HttpMethod.Post, $"/{back.Id}/publish", version: again.Version);

        Assert.Equal(("changes_requested", "submitted", "published", "reviewed-and-then-published"), (back.State, again.State, published.State, published.Slug));
        Assert.Equal(["submitted", "changes_requested", "submitted", "published"], published.Steps.Select(step => step.Kind));
        Assert.Equal(("Nearly there.", true, new SubmissionProblem("summary", "Say who pays.")), (published.Steps[1].Text, published.Steps[1].BySecretariat, published.Steps[1].Comments[0]));
        var practice = await host.GetAsync<EntryResponse>("practices/reviewed-and-then-published");
        Assert.Equal("The insurers exchange records, and share the cost.", practice.Summary);
        var told = Assert.Single(await host.Published.OfAsync<EntryPublished>(entry => entry.Slug == practice.Slug, 1));
        Assert.Equal(1, told.Version);
    }

    [Fact]
    public async Task Contact_OfAPublishedSubmission_IsTheEntrysAlone()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var submitted = await member.SubmittedAsync(Contributing.Complete with { Title = "Published with its contact" });

        var published = await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/publish", version: submitted.Version);

        Assert.Null(published.Form.Contact);
        using var contacts = await host.AskAsAsync("member", "practices/published-with-its-contact/contacts");
        Assert.Equal([new ContactResponse("Social insurance unit", "insurance@ministry.example", null)], await contacts.Content.ReadFromJsonAsync<List<ContactResponse>>(Cancellation));
        using var open = await host.AskAsync("practices/published-with-its-contact");
        Assert.DoesNotContain("insurance@ministry.example", await open.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_ByTwoModeratorsAtOnce_MakesOneEntry()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var one = new Contributing(host, "moderator", null);
        using var other = new Contributing(host, "administrator", null);
        var submitted = await member.SubmittedAsync(Contributing.Complete with { Title = "Published by two at once" });

        var answers = await Task.WhenAll(
            new[] { one, other, one, other }.Select(moderator => moderator.SendAsync(HttpMethod.Post, $"/{submitted.Id}/publish", version: submitted.Version)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.Entries.CountAsync(entry => entry.Title == "Published by two at once", Cancellation)));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Publish_OfSeveralWithOneTitle_GivesEachAnAddress()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var submitted = new List<SubmissionResponse>();
        for (var count = 0; count < 3; count++)
        {
            submitted.Add(await member.SubmittedAsync(Contributing.Complete with { Title = "One title of several", Organisations = [new("An organisation that is new", "lead")] }));
        }

        var published = await Task.WhenAll(submitted.Select(one => moderator.DoAsync(HttpMethod.Post, $"/{one.Id}/publish", version: one.Version)));

        Assert.Equal(["one-title-of-several", "one-title-of-several-2", "one-title-of-several-3"], published.Select(one => one.Slug).Order());
    }

    [Fact]
    public async Task Refusal_NeedsAReason_AndEndsIt()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        using var moderator = new Contributing(host, "moderator", null);
        var submitted = await member.SubmittedAsync();

        using var without = await moderator.SendAsync(HttpMethod.Post, $"/{submitted.Id}/refuse", new SubmissionRemark(" "), submitted.Version);
        var refused = await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/refuse", new SubmissionRemark("It is about trade."), submitted.Version);
        using var later = await moderator.SendAsync(HttpMethod.Post, $"/{submitted.Id}/publish", version: refused.Version);

        Assert.Equal((HttpStatusCode.BadRequest, "refused", HttpStatusCode.Conflict), (without.StatusCode, refused.State, later.StatusCode));
    }

    [Fact]
    public async Task Thread_IsOneForBothSides_AndAMessageSentTwiceIsThereOnce()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        using var moderator = new Contributing(host, "moderator", null);
        var submitted = await member.SubmittedAsync();

        await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/messages", new SubmissionRemark("Is there a text in Romanian?"), key: "asked");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => member.DoAsync(HttpMethod.Post, $"/{submitted.Id}/messages", new SubmissionRemark("There is."), key: "answered")));

        var steps = (await moderator.ReadAsync<SubmissionResponse>($"/{submitted.Id}")).Steps;
        Assert.Equal([(false, null), (true, "Is there a text in Romanian?"), (false, "There is.")], steps.Select(step => (step.BySecretariat, step.Text)));
    }

    [Fact]
    public async Task Queue_HoldsWhatWaits_LongestFirst_AndNoDraft()
    {
        var owner = Contributing.NewCountry();
        using var member = new Contributing(host, "member", owner);
        using var moderator = new Contributing(host, "moderator", null);
        var (first, second, _) = (await member.SubmittedAsync(), await member.SubmittedAsync(), await member.StartAsync());

        var waiting = (await moderator.ReadAsync<Page<SubmissionSummary>>($"/queue?owner={Uri.EscapeDataString(owner)}")).Items.Select(item => item.Id).ToList();

        Assert.Equal([first.Id, second.Id], waiting);
        using var drafts = await moderator.SendAsync(HttpMethod.Get, "/queue?state=draft");
        Assert.Equal(HttpStatusCode.BadRequest, drafts.StatusCode);
    }
}
