using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Submissions;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>Whatever else a body or an address says, nobody sets what is not theirs to set.</summary>
public sealed class MassAssignmentTests(CatalogueHost host)
{
    private const string Query = "?owner=country:KE&entity=country:KE&role=administrator&state=published&version=9&isStaff=true";

    private static readonly DateTimeOffset LongAgo = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Form_WithFieldsOfTheSubmission_SetsNone()
    {
        var country = Contributing.NewCountry();
        using var member = new Contributing(host, "member", country);

        var made = await member.DoAsync(HttpMethod.Post, Query, Body("Assigned at the start"));
        var saved = await member.DoAsync(HttpMethod.Put, $"/{made.Id}{Query}", Body("Assigned when saved"), made.Version);

        Assert.Equal([("Assigned at the start", 1), ("Assigned when saved", 2)], new[] { made, saved }.Select(answer => (answer.Form.Title, answer.Version)));
        Assert.All([made, saved], answer => Assert.Equal(("draft", country, null, null, null, 0), (answer.State, answer.Owner, answer.Slug, answer.SubmittedAt, answer.Base, answer.Steps.Count)));
        var stored = await StoredAsync(made.Id);
        Assert.Equal((country, "draft", 2, null, null, null), (stored.Owner, stored.State, stored.Version, stored.EntryId, stored.IdempotencyKey, stored.Base));
        Assert.All([stored.ChangedAt, stored.WaitsSince], at => Assert.True(at > LongAgo.AddYears(1)));
    }

    [Fact]
    public async Task Recommendation_WithFieldsOfItsSubmission_SetsNone()
    {
        using var moderator = new Contributing(host, "moderator", null);

        var made = await moderator.DoAsync(HttpMethod.Post, $"{Query}&kind=recommendation", Body("A recommendation assigned"));
        var saved = await moderator.DoAsync(HttpMethod.Put, $"/{made.Id}{Query}", Body("A recommendation assigned when saved"), made.Version);

        Assert.All([made, saved], answer => Assert.Equal(("recommendation", "draft", Submission.Secretariat, null, null), (answer.Kind, answer.State, answer.Owner, answer.Slug, answer.Base)));
        var stored = await StoredAsync(made.Id);
        Assert.Equal((Submission.Secretariat, "draft", 2, null, null), (stored.Owner, stored.State, stored.Version, stored.EntryId, stored.IdempotencyKey));
    }

    [Fact]
    public async Task Remark_WithFieldsOfItsStep_SetsNone()
    {
        using var member = new Contributing(host, "member", Contributing.NewCountry());
        var submitted = await member.SubmittedAsync();

        var told = await member.DoAsync(HttpMethod.Post, $"/{submitted.Id}/messages{Query}", Body("A remark"));

        var step = told.Steps[^1];
        Assert.Equal(("message", false, "A remark", "submitted", submitted.Version), (step.Kind, step.BySecretariat, step.Text, told.State, told.Version));
        Assert.True(step.At > LongAgo.AddYears(1));
    }

    [Fact]
    public async Task Steps_WithABody_GoNoFurtherThanTheySay_AndTheEntryIsItsOwners()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var draft = await member.StartAsync(Contributing.Complete with { Title = "Published with a body of its own" });

        var submitted = await member.DoAsync(HttpMethod.Post, $"/{draft.Id}/submit{Query}", Body("Submit"), draft.Version);
        var asked = await moderator.DoAsync(HttpMethod.Post, $"/{draft.Id}/request-changes{Query}", Body("Ask"), submitted.Version);
        var again = await member.DoAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: asked.Version);
        var published = await moderator.DoAsync(HttpMethod.Post, $"/{draft.Id}/publish{Query}", Body("Publish"), again.Version);

        Assert.Equal(["submitted", "changes_requested", "submitted", "published"], new[] { submitted, asked, again, published }.Select(answer => answer.State));
        var entry = await host.InDatabaseAsync(db => db.Entries.SingleAsync(entry => entry.Title == "Published with a body of its own", Cancellation));
        Assert.Equal(("published-with-a-body-of-its-own", 1, "MD", null), (entry.Slug, entry.Version, entry.OwnerCountry, entry.OwnerOrganisation));
        var practice = await host.GetAsync<EntryResponse>($"practices/{entry.Slug}");
        Assert.Equal((false, "human", DateOnly.FromDateTime(DateTime.UtcNow)), (practice.Archival, practice.Origin, practice.DateAdded));
        Assert.NotEqual(Guid.Empty, practice.Id);
    }

    [Fact]
    public async Task Submission_OfAnotherCountry_IsNotThere_WhateverTheRequestSays()
    {
        using var owner = new Contributing(host, "member", Contributing.NewCountry());
        using var other = new Contributing(host, "member", Contributing.NewCountry());
        var submitted = await owner.SubmittedAsync();

        Assert.Equal(404, await Contributing.StatusAsync(other.SendAsync(HttpMethod.Get, $"/{submitted.Id}{Query}")));
        Assert.Equal(404, await Contributing.StatusAsync(other.SendAsync(HttpMethod.Post, $"/{submitted.Id}/messages{Query}", Body("A word"))));
    }

    private Task<Submission> StoredAsync(Guid id) => host.InDatabaseAsync(db => db.Submissions.AsNoTracking().SingleAsync(submission => submission.Id == id, Cancellation));

    /// <summary>What a form, a remark and everything stored beside them is called, all at once.</summary>
    private static object Body(string text) => new
    {
        title = text,
        text,
        comments = Array.Empty<object>(),
        id = Guid.Empty,
        owner = "country:KE",
        ownerId = "country:KE",
        ownerCountry = "KE",
        ownerOrganisation = "iom",
        state = "published",
        status = (string?)null,
        version = 9,
        slug = "mine",
        entryId = Guid.Empty,
        idempotencyKey = "mine",
        changedAt = LongAgo,
        submittedAt = LongAgo,
        publishedAt = LongAgo,
        waitsSince = LongAgo,
        dateAdded = "2020-01-01",
        lastVerified = "2020-01-01",
        archival = true,
        origin = "machine",
        permissionToPublish = true,
        @base = new { title = "Base" },
        form = new { title = "Inner" },
        steps = new[] { new { at = LongAgo, kind = "published", bySecretariat = true, text = "Yes", comments = Array.Empty<object>() } },
        kind = "published",
        at = LongAgo,
        bySecretariat = true,
        actor = "member:somebody",
        role = "administrator",
        roles = new[] { "administrator" },
        entity = "country:KE",
        isStaff = true,
    };
}
