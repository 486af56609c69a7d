using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Confirmations;

/// <summary>The secretariat enters something for a government: the text is the secretariat's to write, and the entry is the government's.</summary>
public sealed class OnBehalfTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("member", HttpStatusCode.Forbidden)]
    [InlineData("focal_point", HttpStatusCode.Forbidden)]
    [InlineData("moderator", HttpStatusCode.Created)]
    [InlineData("administrator", HttpStatusCode.Created)]
    public async Task Submission_ForAnother_IsTheSecretariatsToBegin(string role, HttpStatusCode expected)
    {
        using var somebody = new Contributing(host, role, "country:MD");

        using var answer = await somebody.SendAsync(HttpMethod.Post, "?onBehalfOf=country:KE", Contributing.Complete);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("country:XX", "It is no country or organisation of the catalogue.")]
    [InlineData("country:ke", "It is no country or organisation of the catalogue.")]
    [InlineData("organisation:nobody-names-it", "It is no country or organisation of the catalogue.")]
    [InlineData("KE", "It is no country or organisation of the catalogue.")]
    [InlineData("country:MD", "It is your own.")]
    public async Task Submission_ForNobody_IsRefusedAtTheField(string owner, string message)
    {
        using var moderator = new Contributing(host, "moderator", "country:MD");

        using var answer = await moderator.SendAsync(HttpMethod.Post, $"?onBehalfOf={owner}", Contributing.Complete);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([message], (await answer.Content.ReadFromJsonAsync<HttpValidationProblemDetails>(Cancellation))!.Errors["onBehalfOf"]);
    }

    [Fact]
    public async Task Draft_ForAnother_IsWrittenByEveryModerator_AndNotThereForItsOwner_UntilItIsSentIn()
    {
        using var confirming = new Confirming(host);
        using var colleague = new Contributing(host, "moderator", null);
        using var owner = new Contributing(host, "focal_point", Confirming.Owner);
        var draft = await confirming.StartAsync("Seen by its owner once it is sent in");

        var written = await colleague.DoAsync(HttpMethod.Put, $"/{draft.Id}", draft.Form with { Lessons = "Written by a colleague" }, draft.Version);
        using var unseen = await owner.SendAsync(HttpMethod.Get, $"/{draft.Id}");
        var listed = await owner.ReadAsync<Page<SubmissionSummary>>("?pageSize=100");
        var submitted = await colleague.DoAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: written.Version);
        var seen = await owner.ReadAsync<SubmissionResponse>($"/{draft.Id}");
        using var takenBack = await owner.SendAsync(HttpMethod.Post, $"/{draft.Id}/take-back", version: submitted.Version);
        var said = await owner.DoAsync(HttpMethod.Post, $"/{draft.Id}/messages", new SubmissionRemark("We read it."));

        Assert.Equal((Confirming.Owner, true, "draft"), (draft.Owner, draft.OnBehalf, draft.State));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (unseen.StatusCode, takenBack.StatusCode));
        Assert.DoesNotContain(listed.Items, item => item.Id == draft.Id);
        Assert.Equal([("submitted", true), ("message", false)], said.Steps.Select(step => (step.Kind, step.BySecretariat)));
        Assert.Null(seen.Confirmation);
        Assert.Contains((await colleague.ReadAsync<Page<SubmissionSummary>>("/queue/on-behalf?pageSize=100")).Items, item => item.Id == draft.Id);
    }

    [Fact]
    public async Task Draft_BegunTwiceWithAKey_IsOne_ApartFromWhatItsOwnersMembersBegin()
    {
        using var moderator = new Contributing(host, "moderator", null);
        using var member = new Contributing(host, "member", Confirming.Owner);
        const string Path = "?onBehalfOf=country:KE";

        var own = await member.StartAsync(key: "begun-on-behalf");
        var first = await moderator.DoAsync(HttpMethod.Post, Path, Contributing.Complete, key: "begun-on-behalf");
        var second = await moderator.DoAsync(HttpMethod.Post, Path, Contributing.Complete, key: "begun-on-behalf");

        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(own.Id, first.Id);
    }

    [Fact]
    public async Task Entry_IsTheGovernments_AndTheSubmitterTheSecretariat()
    {
        using var confirming = new Confirming(host);
        var (asked, token) = await confirming.AskedAsync(await confirming.SubmittedAsync("Entered for Kenya"));
        await confirming.AnsweredAsync(token);

        Assert.Equal(HttpStatusCode.OK, await confirming.PublishedAsync(asked));

        var entry = await host.InDatabaseAsync(db => db.Entries.SingleAsync(entry => entry.Slug == "entered-for-kenya", Cancellation));
        Assert.Equal(("KE", null), (entry.OwnerCountry, entry.OwnerOrganisation));
        using var owner = new Contributing(host, "focal_point", Confirming.Owner);
        using var own = await owner.OwnAsync(HttpMethod.Get, "entered-for-kenya");
        Assert.True((await own.Content.ReadFromJsonAsync<OwnPractice>(Cancellation))!.IsAdopted);
        var actors = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == asked.Id).OrderBy(record => record.Id).Select(record => record.Action).ToListAsync(Cancellation));
        Assert.Equal(["started", "submitted", "confirmation asked", "answered confirmed", "published"], actors);
    }
}
