using System.Net;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Trust;

/// <summary>What was published directly is confirmed, has to be corrected, or goes again. All of one country, which is trusted.</summary>
public sealed class PublicationReviewTests(CatalogueHost host) : IAsyncLifetime
{
    private const string Country = "country:MH";

    private static readonly SubmissionForm Form = Contributing.Complete;

    public async ValueTask InitializeAsync() => await host.TrustAsync(Country);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Confirmed_ItStays_AndLeavesTheQueue()
    {
        using var focalPoint = new Contributing(host, "focal_point", Country);
        using var moderator = new Contributing(host, "moderator", null);
        var published = await focalPoint.PublishedAtOnceAsync(Form with { Title = "Confirmed after publication" });
        var before = (await moderator.ToReviewAsync(Country)).ToList();

        var taken = await moderator.DoAsync(HttpMethod.Post, $"/{published.Id}/take", version: published.Version);
        var confirmed = await moderator.DoAsync(HttpMethod.Post, $"/{published.Id}/published/confirm", version: taken.Version);
        using var again = await moderator.SendAsync(HttpMethod.Post, $"/{published.Id}/published/confirm", version: confirmed.Version);

        Assert.Contains(published.Id, before);
        Assert.DoesNotContain(published.Id, await moderator.ToReviewAsync(Country));
        Assert.Equal(("published", "confirmed", "confirmed", HttpStatusCode.Conflict), (confirmed.State, confirmed.Review, confirmed.Steps[^1].Kind, again.StatusCode));
        Assert.Equal(1, (await host.GetAsync<EntryResponse>($"practices/{published.Slug}")).Version);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Changes_AreAskedFor_InACorrection_WhileTheEntryStays(bool isUnderWay)
    {
        var sender = Guid.CreateVersion7();
        using var focalPoint = new Contributing(host, "focal_point", Country, sender);
        using var moderator = new Contributing(host, "moderator", null);
        var published = await focalPoint.PublishedAtOnceAsync(Form with { Title = $"Changed after publication {isUnderWay}" });
        var begun = isUnderWay ? await focalPoint.CorrectAsync(published.Slug!) : null;

        var asked = await moderator.DoAsync(
            HttpMethod.Post, $"/{published.Id}/published/request-changes", new SubmissionRemark("Nearly.") { Comments = [new("summary", "Who pays?")] }, published.Version);

        Assert.Equal(("published", "changes_requested"), (asked.State, asked.Review));
        Assert.Equal(1, (await host.GetAsync<EntryResponse>($"practices/{published.Slug}")).Version);
        var correction = await focalPoint.CorrectAsync(published.Slug!);
        Assert.Equal(("changes_requested", true), (correction.State, begun is null || begun.Id == correction.Id));
        Assert.Equal(("Nearly.", new SubmissionProblem("summary", "Who pays?")), (correction.Steps[^1].Text, Assert.Single(correction.Steps[^1].Comments)));
        if (!isUnderWay)
        {
            var told = Assert.Single(await host.Published.OfAsync<SubmissionMoved>(moved => moved.SubmissionId == correction.Id, 1));
            Assert.Equal(new SubmissionMoved(correction.Id, correction.Version, "changes_requested", sender) { Field = "summary" }, told);
        }

        var mended = await focalPoint.PublishedAtOnceAsync(correction.Form with { Summary = "The insurers pay." }, correction);
        Assert.Equal(("waiting", "The insurers pay."), (mended.Review, (await host.GetAsync<EntryResponse>($"practices/{published.Slug}")).Summary));
    }

    [Fact]
    public async Task NewEntry_TakenBack_LeavesTheCatalogue_AndItsOwnerHears()
    {
        var sender = Guid.CreateVersion7();
        using var focalPoint = new Contributing(host, "focal_point", Country, sender);
        using var moderator = new Contributing(host, "moderator", null);
        var published = await focalPoint.PublishedAtOnceAsync(Form with { Title = "Taken back after publication" });

        using var without = await moderator.SendAsync(HttpMethod.Post, $"/{published.Id}/published/withdraw", new EntryReason(" "), published.Version);
        var withdrawn = await moderator.DoAsync(HttpMethod.Post, $"/{published.Id}/published/withdraw", new EntryReason("It is about trade."), published.Version);

        using var page = await host.AskAsync($"practices/{published.Slug}");
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Gone, "withdrawn"), (without.StatusCode, page.StatusCode, withdrawn.Review));
        Assert.Equal("It is about trade.", Assert.Single(await host.Published.OfAsync<EntryWithdrawn>(entry => entry.Slug == published.Slug, 1)).Reason);
        var told = await host.Published.OfAsync<SubmissionMoved>(moved => moved.SubmissionId == published.Id, 2);
        Assert.Equal([("published", sender), ("withdrawn", sender)], told.OrderBy(moved => moved.Version).Select(moved => (moved.Step, moved.MemberId)));
    }

    [Fact]
    public async Task Correction_TakenBack_TheTextBeforeIsPublic_AndItsFileIsNot()
    {
        using var focalPoint = new Contributing(host, "focal_point", Country);
        using var moderator = new Contributing(host, "moderator", null);
        var slug = (await focalPoint.PublishedAtOnceAsync(Form with { Title = "Corrected and taken back" })).Slug!;
        var correction = await focalPoint.CorrectAsync(slug);
        var file = await focalPoint.AttachAsync(correction.Id, "Not this.pdf", SampleFiles.Pdf("Taken back"));
        var corrected = await focalPoint.PublishedAtOnceAsync(correction.Form with { Summary = "Something else.", Files = [new(file.Id, "A file")] }, correction);
        var address = Assert.Single((await host.GetAsync<EntryResponse>($"practices/{slug}")).Files).Url["/api/catalogue/".Length..];
        using var shown = await host.AskAsync(address);

        await moderator.DoAsync(HttpMethod.Post, $"/{corrected.Id}/published/withdraw", new EntryReason("It was right before."), corrected.Version);

        var practice = await host.GetAsync<EntryResponse>($"practices/{slug}");
        using var gone = await host.AskAsync(address);
        Assert.Equal((3, Form.Summary, 0), (practice.Version, practice.Summary, practice.Files.Count));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (shown.StatusCode, gone.StatusCode));
        Assert.Equal("It was right before.", (await host.GetAsync<List<VersionResponse>>($"practices/{slug}/versions"))[0].Note);
    }

    [Fact]
    public async Task Correction_ThatWasCorrectedAgain_IsNotTakenBackAlone()
    {
        using var focalPoint = new Contributing(host, "focal_point", Country);
        using var moderator = new Contributing(host, "moderator", null);
        var slug = (await focalPoint.PublishedAtOnceAsync(Form with { Title = "Corrected twice at once" })).Slug!;
        var first = await focalPoint.CorrectAsync(slug);
        first = await focalPoint.PublishedAtOnceAsync(first.Form with { Summary = "First." }, first);
        var second = await focalPoint.CorrectAsync(slug);
        await focalPoint.PublishedAtOnceAsync(second.Form with { StartYear = "2020" }, second);

        using var refused = await moderator.SendAsync(HttpMethod.Post, $"/{first.Id}/published/withdraw", new EntryReason("Not so."), first.Version);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal((3, "First."), ((await host.GetAsync<EntryResponse>($"practices/{slug}")).Version, (await host.GetAsync<EntryResponse>($"practices/{slug}")).Summary));
    }

    [Fact]
    public async Task WhatWasReviewedBefore_IsNotReviewedAgain()
    {
        var published = await Contributing.InStateAsync(host, "published", Contributing.NewCountry());
        using var moderator = new Contributing(host, "moderator", null);

        foreach (var (step, body) in new (string, object?)[] { ("confirm", null), ("request-changes", new SubmissionRemark("More")), ("withdraw", new EntryReason("No")) })
        {
            using var refused = await moderator.SendAsync(HttpMethod.Post, $"/{published.Id}/published/{step}", body, published.Version);
            Assert.Equal((step, HttpStatusCode.Conflict), (step, refused.StatusCode));
        }
    }
}
