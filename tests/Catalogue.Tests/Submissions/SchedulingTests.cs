using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PfP.Catalogue.Submissions;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>Accepted now, published on a later day: once, and only if nobody has decided otherwise until then.</summary>
public sealed class SchedulingTests(CatalogueHost host)
{
    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scheduled_IsPublishedOnItsDay_Once_ByHoweverManyReplicas()
    {
        var by = Guid.CreateVersion7();
        using var owner = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null, by);
        var submitted = await owner.SubmittedAsync(Contributing.Complete with { Title = "Published on its day" });
        var day = Today.AddMonths(3);

        var scheduled = await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/schedule", new PublicationDay(day), submitted.Version);
        await PublishAsync(day.AddDays(-1));
        var before = await owner.ReadAsync<SubmissionResponse>($"/{submitted.Id}");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PublishAsync(day)));

        Assert.Equal(("submitted", day, "submitted", day), (scheduled.State, scheduled.PublishOn, before.State, before.PublishOn));
        var published = await owner.ReadAsync<SubmissionResponse>($"/{submitted.Id}");
        Assert.Equal(("published", null, "published-on-its-day"), (published.State, published.PublishOn, published.Slug));
        Assert.Equal(["submitted", "scheduled", "published"], published.Steps.Select(step => step.Kind));
        Assert.Single(await host.Published.OfAsync<EntryPublished>(entry => entry.Slug == "published-on-its-day", 1));
        var records = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == submitted.Id && record.Action == "published").ToListAsync(Cancellation));
        Assert.Equal($"member:{by}", Assert.Single(records).Actor);
    }

    [Fact]
    public async Task Scheduled_AndThenMovedOn_IsNotPublished()
    {
        using var owner = new Contributing(host, "member", Contributing.NewCountry());
        using var moderator = new Contributing(host, "moderator", null);
        var day = Today.AddMonths(4);
        var states = new List<string>();
        foreach (var step in new[] { "take-back", "request-changes", "refuse", "schedule" })
        {
            var submitted = await owner.SubmittedAsync();
            var scheduled = await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/schedule", new PublicationDay(day), submitted.Version);
            object? body = step switch { "take-back" => null, "schedule" => new PublicationDay(null), _ => new SubmissionRemark("Not yet.") };
            await (step == "take-back" ? owner : moderator).DoAsync(HttpMethod.Post, $"/{submitted.Id}/{step}", body, scheduled.Version);
            await PublishAsync(day);
            var after = await owner.ReadAsync<SubmissionResponse>($"/{submitted.Id}");
            Assert.Null(after.PublishOn);
            states.Add(after.State);
        }

        Assert.Equal(["draft", "changes_requested", "refused", "submitted"], states);
    }

    [Fact]
    public async Task Day_IsTheSecretariatsToChoose_AndLiesAhead()
    {
        using var owner = new Contributing(host, "focal_point", Contributing.NewCountry());
        using var moderator = new Contributing(host, "moderator", null);
        var submitted = await owner.SubmittedAsync();

        foreach (var day in new[] { Today, Today.AddDays(-1), Today.AddMonths(13) })
        {
            using var wrong = await moderator.SendAsync(HttpMethod.Post, $"/{submitted.Id}/schedule", new PublicationDay(day), submitted.Version);
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using var byOwner = await owner.SendAsync(HttpMethod.Post, $"/{submitted.Id}/schedule", new PublicationDay(Today.AddDays(2)), submitted.Version);
        using var outdated = await moderator.SendAsync(HttpMethod.Post, $"/{submitted.Id}/schedule", new PublicationDay(Today.AddDays(2)), submitted.Version + 1);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.PreconditionFailed), (byOwner.StatusCode, outdated.StatusCode));
    }

    private Task<int> PublishAsync(DateOnly day) => host.Services.GetRequiredService<ScheduledPublication>().PublishAsync(day, Cancellation);
}
