using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;
using static PfP.Catalogue.Tests.Submissions.Contributing;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>Those who answer for a practice add updates and lessons to it, each a new version of it.</summary>
public sealed class LessonTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lessons_Published_StandOnThePractice_NewestFirst_AndEarlierVersionsStay()
    {
        var (owner, slug, member, moderator) = await OwnersAsync();
        var before = await host.GetAsync<EntryResponse>($"practices/{slug}");

        var first = await member.AddLessonAsync(slug);
        var published = await member.PublishAsync(first, first.Form, moderator);
        foreach (var (title, date) in new[] { ("Earlier", "2019"), ("Later the same day", "2026-03-14"), ("This year", "2026") })
        {
            var draft = await member.AddLessonAsync(slug);
            await member.PublishAsync(draft, CompleteLesson with { Title = title, Date = date, Type = "lesson" }, moderator);
        }

        var now = await host.GetAsync<EntryResponse>($"practices/{slug}");
        Assert.Equal(("lesson", slug, before.Title, "published"), (published.Kind, published.Slug, published.EntryTitle, published.State));
        Assert.Equal(["Later the same day", "A third country has joined", "This year", "Earlier"], now.Practice!.Updates.Select(update => update.Title));
        var update = now.Practice.Updates[1];
        Assert.Equal(("update", "Records now move between **three** insurers.", "2026-03-14", "en", "https://example.org/third"), (update.Kind, update.Text, update.Date, update.Language, Assert.Single(update.Links).Url));
        Assert.Equal((before.Version + 4, before.Summary, before.LastVerified), (now.Version, now.Summary, now.LastVerified));
        Assert.Empty((await host.GetAsync<EntryResponse>($"practices/{slug}/versions/{before.Version}")).Practice!.Updates);
        Assert.Equal("A third country has joined", Assert.Single((await host.GetAsync<EntryResponse>($"practices/{slug}/versions/{before.Version + 1}")).Practice!.Updates).Title);
        Assert.Equal("This year", (await host.GetAsync<List<VersionResponse>>($"practices/{slug}/versions"))[0].Note);
        var told = (await host.Published.OfAsync<EntryPublished>(entry => entry.Slug == slug, before.Version + 4)).MaxBy(entry => entry.Version)!;
        Assert.Contains("three** insurers", told.Texts["en"].Body, StringComparison.Ordinal);
        Assert.Contains("lessons", told.Has);
        Assert.True(await host.InDatabaseAsync(db => db.References.AnyAsync(reference => reference.EntryId == now.Id && reference.TargetKey == "https://example.org/third", Cancellation)));
        var records = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == first.Id).OrderBy(record => record.Id).Select(record => record.Action).ToListAsync(Cancellation));
        Assert.Equal(["started", "submitted", "published"], records);
        Assert.Equal(owner, published.Owner);
    }

    [Fact]
    public async Task Lesson_BesideACorrection_LosesNeither()
    {
        var (_, slug, member, moderator) = await OwnersAsync();
        var correction = await member.CorrectAsync(slug);
        var lesson = await member.AddLessonAsync(slug);
        await member.PublishAsync(lesson, lesson.Form, moderator);

        await member.PublishAsync(correction, correction.Form with { Summary = "Corrected.", Contact = new("Unit", "unit@ministry.example") }, moderator);

        var now = await host.GetAsync<EntryResponse>($"practices/{slug}");
        Assert.Equal(("Corrected.", 3), (now.Summary, now.Version));
        Assert.Single(now.Practice!.Updates);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("type")]
    [InlineData("text")]
    [InlineData("date")]
    [InlineData("language")]
    [InlineData("links")]
    public async Task Submit_OfWhatIsWrong_NamesTheField(string field)
    {
        using var member = new Contributing(host, "member", NewCountry());
        var draft = await member.StartAsync(field switch
        {
            "title" => CompleteLesson with { Title = new string('x', 151) },
            "type" => CompleteLesson with { Type = "handbook" },
            "text" => CompleteLesson with { Text = " " },
            "date" => CompleteLesson with { Date = "2026-02-30" },
            "language" => CompleteLesson with { Language = "xx" },
            _ => CompleteLesson with { Links = [new("javascript:alert(1)", "Not one")] },
        }, kind: "lesson");

        using var refused = await member.SendAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: draft.Version);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal([field], (await refused.Content.ReadFromJsonAsync<ValidationProblemDetails>(Cancellation))!.Errors.Keys);
    }

    [Fact]
    public async Task Lesson_OfAPracticeOfAnother_OrOfNobody_OrOfATool_IsNotBegun()
    {
        var (_, slug, member, _) = await OwnersAsync();
        await host.ImportAsync(
            new { kind = "practice", key = "lesson-free", title = "A practice to learn from", countries = new[] { "MD|lead" } },
            new { kind = "tool", key = "lesson-tool", title = "A tool to learn from", ownerCountry = "MD" });
        using var stranger = new Contributing(host, "focal_point", NewCountry());
        using var named = new Contributing(host, "member", "country:MD");
        using var nobody = new Contributing(host, "member", null);

        using var theirs = await stranger.LessonAsync(slug);
        using var ofNobody = await named.LessonAsync("a-practice-to-learn-from");
        using var ofATool = await named.LessonAsync("a-tool-to-learn-from");
        using var byNobody = await nobody.LessonAsync(slug);

        Assert.All([theirs, ofNobody, ofATool, byNobody], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(0, (await member.ReadAsync<Page<SubmissionSummary>>("")).Total);
    }

    [Fact]
    public async Task Lesson_BegunTwiceWithOneKey_IsOne()
    {
        var (_, slug, member, _) = await OwnersAsync();

        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => member.AddLessonAsync(slug, key: "the-same-attempt")));

        Assert.Single(begun.DistinctBy(lesson => lesson.Id));
    }

    [Fact]
    public async Task Lesson_OfWhatWasWithdrawnMeanwhile_IsNotPublished()
    {
        var (_, slug, member, moderator) = await OwnersAsync();
        var draft = await member.AddLessonAsync(slug);
        var submitted = await member.DoAsync(HttpMethod.Post, $"/{draft.Id}/submit", version: draft.Version);
        await host.ImportAsync(new { key = slug["published-".Length..], action = "withdraw", reason = "Asked for." });

        using var refused = await moderator.SendAsync(HttpMethod.Post, $"/{draft.Id}/publish", version: submitted.Version);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Fact]
    public async Task File_OfALesson_KeepsItFromBeingSentIn()
    {
        using var member = new Contributing(host, "member", NewCountry());
        var draft = await member.StartAsync(kind: "lesson");
        var file = await member.AttachAsync(draft.Id, "Report.pdf", SampleFiles.Pdf());
        var written = await member.DoAsync(HttpMethod.Put, $"/{draft.Id}", draft.Form with { Files = [new(file.Id, "Report")] }, draft.Version);

        Assert.Equal(["files"], written.Wrong.Select(problem => problem.Field));
    }

    private async Task<(string Owner, string Slug, Contributing Member, Contributing Moderator)> OwnersAsync()
    {
        var owner = NewCountry();
        return (owner, await host.PracticeOfAsync(owner), new(host, "member", owner), new(host, "moderator", null));
    }
}
