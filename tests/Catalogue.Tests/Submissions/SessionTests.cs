using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;
using static PfP.Catalogue.Tests.Submissions.Contributing;

namespace PfP.Catalogue.Tests.Submissions;

/// <summary>Sessions are written by the secretariat as members write practices, and published by itself.</summary>
public sealed class SessionTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_Published_IsAnEntryWithAllItsFields_AndToldToEverybody()
    {
        await host.ImportAsync(
            new { kind = "practice", key = "shown-practice", title = "A practice shown at a session" },
            new { kind = "tool", key = "shown-tool", title = "A tool shown at a session" });
        using var moderator = new Contributing(host, "moderator", null);
        var draft = await moderator.StartAsync(kind: "session");
        var file = await moderator.AttachAsync(draft.Id, "Agenda.pdf", SampleFiles.Pdf());

        var published = await moderator.PublishSessionAsync(draft, draft.Form with
        {
            Title = "A session with all its fields",
            Files = [new(file.Id, "The agenda")],
            Presentations =
            [
                new("https://pfp.example/fr/tools/a-tool-shown-at-a-session?from=mail", "The tool, in short", "Kenya; suisse ;MD", "Ministry of Labour of samples; Bank of samples", "Amina of samples") { Video = "https://example.org/tool.mp4" },
                new("", " ", null, "", null),
                new("/practices/a-practice-shown-at-a-session", null, null, null, null),
            ],
        });

        var entry = await host.GetAsync<EntryResponse>("sessions/a-session-with-all-its-fields");
        var session = entry.Session!;
        Assert.Equal(("session", "published", "a-session-with-all-its-fields", "secretariat", null), (published.Kind, published.State, published.Slug, published.Owner, published.SubmittedAt));
        Assert.Equal(("pfp-session", new DateOnly(2094, 5, 3), new DateOnly(2094, 5, 4), 120, "Panel"), (session.SessionType, session.StartDate, session.EndDate, session.DurationMinutes, session.Format));
        Assert.Equal(("Room XX, Palais des Nations, Geneva", "**09:30** Opening", "https://example.org/live"), (session.Place, session.Programme, entry.Video?.Url));
        Assert.Equal(("en", "In short.", false, 1, 14, null, "remittances"), (entry.Language, entry.Summary, entry.Archival, entry.Version, entry.Summits[0].Number, entry.NextReview, entry.Themes[0].Value));
        Assert.Equal(("The agenda", "https://example.org/session"), (entry.Files[0].Label, entry.Links[0].Url));
        Assert.Equal(
            [("The tool, in short", "/tools/a-tool-shown-at-a-session", "KE CH MD", "Ministry of Labour of samples, Bank of samples", "Amina of samples"), ("A practice shown at a session", "/practices/a-practice-shown-at-a-session", "", "", null)],
            session.Presentations.Select(item => (item.Title, item.Entry.Url, string.Join(' ', item.Countries), string.Join(", ", item.Organisations.Select(organisation => organisation.Name)), item.Speakers)));
        Assert.Equal("https://example.org/tool.mp4", session.Presentations[0].Video);
        foreach (var shown in new[] { "practices/a-practice-shown-at-a-session", "tools/a-tool-shown-at-a-session" })
        {
            Assert.Equal("/sessions/a-session-with-all-its-fields", Assert.Single((await host.GetAsync<EntryResponse>(shown)).PresentedAt).Url);
        }

        var told = Assert.Single(await host.Published.OfAsync<EntryPublished>(message => message.EntryId == entry.Id, 1));
        Assert.Equal(("session", "/sessions/a-session-with-all-its-fields", "pfp-session", 2094, null), (told.Kind, told.Url, told.Type, told.StartYear, told.Owner));
        Assert.Contains("**09:30** Opening", told.Texts["en"].Body, StringComparison.Ordinal);
        Assert.Contains("The tool, in short", told.Texts["en"].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", told.Texts["en"].Body, StringComparison.Ordinal);
        var checkedLinks = await host.InDatabaseAsync(db => db.References.Where(reference => reference.EntryId == entry.Id && reference.Relation == "web").Select(reference => reference.TargetKey).Order().ToListAsync(Cancellation));
        Assert.Equal(["https://example.org/live", "https://example.org/session", "https://example.org/tool.mp4"], checkedLinks);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("summit")]
    [InlineData("summit", "99")]
    [InlineData("type")]
    [InlineData("startDate")]
    [InlineData("endDate")]
    [InlineData("duration")]
    [InlineData("video")]
    [InlineData("links")]
    [InlineData("presentations", "/calls/a-call")]
    [InlineData("presentations", "/practices/none-of-all")]
    [InlineData("presentations", "country")]
    [InlineData("presentations", "slides")]
    public async Task Publish_OfWhatIsWrong_NamesTheField(string field, string value = "")
    {
        using var moderator = new Contributing(host, "moderator", null);
        await host.ImportAsync(new { kind = "practice", key = "named-in-a-session", title = "Named in a session" });
        var good = new SubmissionPresentation("/practices/named-in-a-session", null, null, null, null);
        var draft = await moderator.StartAsync((field, value) switch
        {
            ("title", _) => CompleteSession with { Title = " " },
            ("summit", _) => CompleteSession with { Summit = value },
            ("type", _) => CompleteSession with { Type = "handbook" },
            ("startDate", _) => CompleteSession with { StartDate = "3 May 2094", EndDate = "" },
            ("endDate", _) => CompleteSession with { EndDate = "2094-05-02" },
            ("duration", _) => CompleteSession with { Duration = "two hours" },
            ("video", _) => CompleteSession with { Video = new("javascript:alert(1)", "no", "") },
            ("links", _) => CompleteSession with { Links = [new("ftp://example.org", "")] },
            (_, "country") => CompleteSession with { Presentations = [good with { Countries = "Kenya; Nowhere" }] },
            (_, "slides") => CompleteSession with { Presentations = [good with { Slides = "slides.pdf" }] },
            _ => CompleteSession with { Presentations = [good, good with { Entry = value }] },
        }, kind: "session");

        using var refused = await moderator.SendAsync(HttpMethod.Post, $"/{draft.Id}/publish", version: draft.Version);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal([field], (await refused.Content.ReadFromJsonAsync<ValidationProblemDetails>(Cancellation))!.Errors.Keys);
    }

    [Fact]
    public async Task Correction_OfAnImportedSession_IsVersionTwo_AndSaysItsProgrammeItself()
    {
        await host.ImportAsync(
            new { kind = "session", key = "old-session", title = "An imported session", summary = "As it was.", summits = new[] { 12, 11 }, countries = new[] { "MX|lead" }, durationMinutes = 120, geographicScope = "global" },
            new { kind = "practice", key = "first-shown", title = "Shown first", countries = new[] { "KE|lead" }, organisations = new[] { "Bank of samples|lead" }, sessions = new[] { "old-session|1|https://example.org/slides" } },
            new { kind = "practice", key = "second-shown", title = "Shown second", sessions = new[] { new { key = "old-session", order = 2, title = "Shown as the second" } } });
        using var moderator = new Contributing(host, "moderator", null);
        var correction = await moderator.CorrectedSessionAsync("an-imported-session");
        Assert.Equal(("session", "12", "120", "secretariat"), (correction.Kind, correction.Form.Summit, correction.Form.Duration, correction.Owner));
        Assert.Equal(
            [new SubmissionPresentation("/practices/shown-first", "", "Kenya", "Bank of samples", "") { Slides = "https://example.org/slides", Video = "" }, new("/practices/shown-second", "Shown as the second", "", "", "") { Slides = "", Video = "" }],
            correction.Form.Presentations);
        // An import changes something else meanwhile.
        await host.ImportAsync(new { kind = "session", key = "old-session", title = "An imported session", summary = "As it was.", durationMinutes = 90, format = "Pitches" });

        var published = await moderator.PublishSessionAsync(correction, correction.Form with { Place = "Quito", Note = "The place", Presentations = [correction.Form.Presentations[1], correction.Form.Presentations[0] with { Speakers = "Somebody" }] });

        var (now, before) = (await host.GetAsync<EntryResponse>("sessions/an-imported-session"), await host.GetAsync<EntryResponse>("sessions/an-imported-session/versions/1"));
        Assert.Equal((3, "Quito", 90, "Pitches", "global", "MX"), (now.Version, now.Session!.Place, now.Session.DurationMinutes, now.Session.Format, now.GeographicScope, now.Countries.Single().Code));
        Assert.Equal([12, 11], now.Summits.Select(summit => summit.Number));
        Assert.Equal([("Shown as the second", null), ("Shown first", "Somebody")], now.Session.Presentations.Select(item => (item.Title, item.Speakers)));
        Assert.Equal(("KE", "https://example.org/slides"), (now.Session.Presentations[1].Countries.Single(), now.Session.Presentations[1].Slides));
        Assert.Equal((1, null, 120), (before.Version, before.Session!.Place, before.Session.DurationMinutes));
        Assert.Equal(["Shown first", "Shown as the second"], before.Session.Presentations.Select(item => item.Title));
        Assert.Equal(["The place", null, null], (await host.GetAsync<List<VersionResponse>>("sessions/an-imported-session/versions")).Select(version => version.Note));
        Assert.Equal("an-imported-session", published.Slug);
        var record = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == now.Id).OrderBy(record => record.Id).LastAsync(Cancellation));
        Assert.Equal(("updated", "session", 3), (record.Action, record.SubjectKind, record.Version));
        Assert.StartsWith("member:", record.Actor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correction_ThatTakesAllPresentationsOut_LeavesNone()
    {
        await host.ImportAsync(
            new { kind = "session", key = "emptied-session", title = "A session without presentations", summits = new[] { 12 } },
            new { kind = "practice", key = "taken-out", title = "Taken out of a session", sessions = new[] { "emptied-session|1" } });
        using var moderator = new Contributing(host, "moderator", null);
        var correction = await moderator.CorrectedSessionAsync("a-session-without-presentations");

        await moderator.PublishSessionAsync(correction, correction.Form with { Presentations = [] });

        Assert.Empty((await host.GetAsync<EntryResponse>("sessions/a-session-without-presentations")).Session!.Presentations);
    }

    [Fact]
    public async Task Correction_ByColleaguesAtOnce_IsOne_AndTheSecondToSaveIsTold()
    {
        await host.ImportAsync(new { kind = "session", key = "shared-session", title = "A session for two", summits = new[] { 12 } });
        using var moderator = new Contributing(host, "moderator", null);
        using var colleague = new Contributing(host, "moderator", null);
        var begun = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => (number % 2 == 0 ? moderator : colleague).CorrectedSessionAsync("a-session-for-two")));
        await moderator.DoAsync(HttpMethod.Put, $"/{begun[0].Id}", begun[0].Form with { Place = "Here" }, begun[0].Version);

        using var late = await colleague.SendAsync(HttpMethod.Put, $"/{begun[0].Id}", begun[0].Form with { Place = "There" }, begun[0].Version);
        using var unread = await colleague.SendAsync(HttpMethod.Post, $"/{begun[0].Id}/publish", version: begun[0].Version);

        Assert.Single(begun.DistinctBy(correction => correction.Id));
        Assert.Equal((HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed), (late.StatusCode, unread.StatusCode));
        Assert.Equal("Here", (await moderator.ReadAsync<SubmissionResponse>($"/{begun[0].Id}")).Form.Place);
    }

    [Fact]
    public async Task Correction_OfWhatWasWithdrawnMeanwhile_IsNotPublished()
    {
        await host.ImportAsync(new { kind = "session", key = "left-session", title = "A session that left", summits = new[] { 12 } });
        using var moderator = new Contributing(host, "moderator", null);
        var correction = await moderator.CorrectedSessionAsync("a-session-that-left");
        await host.ImportAsync(new { key = "left-session", action = "withdraw", reason = "Asked for." });

        Assert.Equal(409, await StatusAsync(moderator.SendAsync(HttpMethod.Post, $"/{correction.Id}/publish", version: correction.Version)));
        Assert.Equal(404, await StatusAsync(moderator.CorrectSessionAsync("a-session-that-left")));
    }

    [Fact]
    public async Task Sessions_ThatAreToCome_AreListedFirst_TheNextOneBeforeTheOthers()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        // No other test has sessions of that summit.
        await host.ImportAsync(
            Row("long-over", today.AddYears(-3)), Row("undated", null), Row("next-year", today.AddYears(1)), Row("next-week", today.AddDays(7)), Row("last-week", today.AddDays(-7)),
            Row("going-on", today.AddDays(-1), today.AddDays(1)));

        var listed = await host.GetAsync<Contracts.Page<EntrySummary>>("sessions?summit=3");

        Assert.Equal(["order-going-on", "order-next-week", "order-next-year", "order-last-week", "order-long-over", "order-undated"], listed.Items.Select(session => session.Slug));
        Assert.Equal((today.AddDays(-1), today.AddDays(1)), (listed.Items[0].StartDate, listed.Items[0].EndDate));
        Assert.Equal((null, null), (listed.Items[^1].StartDate, listed.Items[^1].EndDate));

        static object Row(string name, DateOnly? from, DateOnly? to = null) => new { kind = "session", key = $"order-{name}", title = $"Order {name}", summits = new[] { 3 }, startDate = from, endDate = to };
    }
}
