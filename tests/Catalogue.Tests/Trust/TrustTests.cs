using System.Net;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Trust;

/// <summary>Who publishes without a review before it: focal points of a country that is trusted, what is their own, and nobody else. Each test has a country of its own.</summary>
public sealed class TrustTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TrustedFocalPoint_Publishes_AndItIsThereToBeReviewed()
    {
        await host.TrustAsync("country:FJ");
        var sender = Guid.CreateVersion7();
        using var focalPoint = new Contributing(host, "focal_point", "country:FJ", sender);
        using var moderator = new Contributing(host, "moderator", null);

        var draft = await focalPoint.StartAsync(Contributing.Complete with { Title = "Published at once" });
        var published = await focalPoint.DoAsync(HttpMethod.Post, $"/{draft.Id}/publish-at-once", version: draft.Version);

        Assert.Equal((true, null), (draft.PublishesAtOnce, draft.Review));
        Assert.Equal(("published", "waiting", "published-at-once", false), (published.State, published.Review, published.Slug, published.PublishesAtOnce));
        Assert.Equal([("published", false)], published.Steps.Select(step => (step.Kind, step.BySecretariat)));
        Assert.Equal(1, (await host.GetAsync<EntryResponse>("practices/published-at-once")).Version);
        var told = Assert.Single(await host.Published.OfAsync<EntryPublished>(entry => entry.Slug == "published-at-once", 1));
        Assert.Equal("country:FJ", told.Owner);
        Assert.Equal([published.Id], await moderator.ToReviewAsync("country:FJ"));
        var records = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == draft.Id).OrderBy(record => record.Id).ToListAsync(Cancellation));
        Assert.Equal(["started", "published at once"], records.Select(record => record.Action));
        Assert.All(records, record => Assert.Equal($"member:{sender}", record.Actor));
    }

    [Fact]
    public async Task Correction_OfTheirOwn_IsPublished_AndOfATool()
    {
        await host.TrustAsync("country:WS");
        using var focalPoint = new Contributing(host, "focal_point", "country:WS");
        var tool = await focalPoint.StartAsync(Contributing.CompleteTool with { Title = "A tool published at once" }, kind: "tool");
        tool = await focalPoint.DoAsync(HttpMethod.Post, $"/{tool.Id}/publish-at-once", version: tool.Version);

        var correction = await focalPoint.CorrectAsync(tool.Slug!, "tools");
        var corrected = await focalPoint.PublishedAtOnceAsync(correction.Form with { Edition = "Third" }, correction);

        Assert.Equal((true, "published", "waiting"), (correction.PublishesAtOnce, corrected.State, corrected.Review));
        var shown = await host.GetAsync<EntryResponse>($"tools/{tool.Slug}");
        Assert.Equal((2, "Third"), (shown.Version, shown.Tool!.Edition));
    }

    [Theory]
    [InlineData("focal_point", "country:NR", "an untrusted country")]
    [InlineData("member", "country:TO", "a member who is no focal point")]
    public async Task WhoIsNotTrusted_IsRefused_AndNothingIsPublished(string role, string country, string who)
    {
        await host.TrustAsync("country:TO");
        using var person = new Contributing(host, role, country);
        var draft = await person.StartAsync(Contributing.Complete with { Title = $"Refused to {who}" });

        using var refused = await person.PublishAtOnceAsync(draft);

        Assert.Equal((HttpStatusCode.Forbidden, false), (refused.StatusCode, draft.PublishesAtOnce));
        var after = await person.ReadAsync<SubmissionResponse>($"/{draft.Id}");
        Assert.Equal(("draft", draft.Version, null), (after.State, after.Version, after.Slug));
        Assert.False(await host.InDatabaseAsync(db => db.Entries.AnyAsync(entry => entry.Title == draft.Form.Title, Cancellation)));
        Assert.Equal("submitted", (await person.DoAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: draft.Version)).State);
    }

    [Fact]
    public async Task TrustedFocalPoint_MayDoNoMore_ThanPublishTheirOwn()
    {
        await host.TrustAsync("country:KI");
        using var focalPoint = new Contributing(host, "focal_point", "country:KI");
        var stranger = Contributing.NewCountry();
        var draft = await Contributing.InStateAsync(host, "draft", stranger);
        var waiting = await Contributing.InStateAsync(host, "changes_requested", stranger);
        var own = await focalPoint.SubmittedAsync();

        using var another = await focalPoint.PublishAtOnceAsync(draft);
        using var anothersWaiting = await focalPoint.PublishAtOnceAsync(waiting);
        using var withTheSecretariat = await focalPoint.PublishAtOnceAsync(own);
        using var asTheSecretariat = await focalPoint.SendAsync(HttpMethod.Post, $"/{own.Id}/publish", version: own.Version);
        using var correction = await focalPoint.OwnAsync(HttpMethod.Post, await host.PracticeOfAsync(stranger), "correction");
        using var trusting = await host.AskAsAsync("focal_point", "trusted-owners/country:KI", "PUT");
        using var incomplete = await focalPoint.PublishAtOnceAsync(await focalPoint.StartAsync(Contributing.Complete with { Summary = null }));

        Assert.All([another, anothersWaiting, correction], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(
            (HttpStatusCode.Conflict, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest),
            (withTheSecretariat.StatusCode, asTheSecretariat.StatusCode, trusting.StatusCode, incomplete.StatusCode));
    }

    [Fact]
    public async Task Lesson_IsReviewedBefore_AsItCannotBeTakenBack()
    {
        await host.TrustAsync("country:VU");
        using var focalPoint = new Contributing(host, "focal_point", "country:VU");
        var lesson = await focalPoint.AddLessonAsync(await host.PracticeOfAsync("country:VU"));

        using var refused = await focalPoint.PublishAtOnceAsync(lesson);

        Assert.Equal((false, HttpStatusCode.Forbidden), (lesson.PublishesAtOnce, refused.StatusCode));
    }

    [Fact]
    public async Task Publication_WithABody_SetsNothingThatIsNotTheirs()
    {
        await host.TrustAsync("country:PW");
        using var focalPoint = new Contributing(host, "focal_point", "country:PW");
        var draft = await focalPoint.StartAsync(Contributing.Complete with { Title = "At once with a body" });

        using var answer = await focalPoint.PublishAtOnceAsync(
            draft, "?owner=country:KE&review=confirmed&state=refused&isStaff=true", new { owner = "country:KE", review = "confirmed", ownerCountry = "KE", entryVersion = 9, role = "administrator", onBehalf = true });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var stored = await host.InDatabaseAsync(db => db.Submissions.AsNoTracking().SingleAsync(submission => submission.Id == draft.Id, Cancellation));
        Assert.Equal(("country:PW", "published", "waiting", 1, false), (stored.Owner, stored.State, stored.Review, stored.EntryVersion, stored.OnBehalf));
        Assert.Equal("PW", (await host.InDatabaseAsync(db => db.Entries.AsNoTracking().SingleAsync(entry => entry.Id == stored.EntryId, Cancellation))).OwnerCountry);
    }

    [Fact]
    public async Task Trust_Ends_AtOnce_OnRecord_AndCanBeGivenAgain()
    {
        const string country = "country:TV";
        await host.TrustAsync(country);
        await host.TrustAsync(country);
        using var focalPoint = new Contributing(host, "focal_point", country);
        var draft = await focalPoint.StartAsync(Contributing.Complete with { Title = "Trusted no longer" });
        var moderator = Guid.CreateVersion7();

        using var ended = await host.TellAsync(HttpMethod.Delete, country, member: moderator);
        using var refused = await focalPoint.PublishAtOnceAsync(draft);
        using var endedAgain = await host.TellAsync(HttpMethod.Delete, country);
        var seen = await focalPoint.ReadAsync<SubmissionResponse>($"/{draft.Id}");
        await host.TrustAsync(country);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (ended.StatusCode, refused.StatusCode, endedAgain.StatusCode));
        Assert.Equal((true, false, "draft"), (draft.PublishesAtOnce, seen.PublishesAtOnce, seen.State));
        var rows = await host.InDatabaseAsync(db => db.TrustedOwners.AsNoTracking().Where(trusted => trusted.Owner == country).OrderBy(trusted => trusted.Since).ToListAsync(Cancellation));
        Assert.Equal([true, false], rows.Select(row => row.EndedAt is not null));
        var records = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == rows[0].Id).OrderBy(record => record.Id).ToListAsync(Cancellation));
        Assert.Equal(["trusted", "trust ended"], records.Select(record => record.Action));
        Assert.Equal($"member:{moderator}", records[1].Actor);
    }

    [Theory]
    [InlineData("country:XX", null)]
    [InlineData("country:md", null)]
    [InlineData("organisation:nobody-knows-it", null)]
    [InlineData("country:SB", "country:SB")]
    public async Task Trust_InNobody_OrInTheModeratorsOwn_IsRefused(string owner, string? entity)
    {
        using var trusted = await host.TellAsync(HttpMethod.Put, owner, entity);

        Assert.Equal(HttpStatusCode.BadRequest, trusted.StatusCode);
        Assert.False(await host.InDatabaseAsync(db => db.TrustedOwners.AnyAsync(one => one.Owner == owner, Cancellation)));
    }
}
