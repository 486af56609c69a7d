using System.Net;
using System.Net.Http.Json;
using PfP.Catalogue.Tests.Hosting;
using PfP.Catalogue.Tests.Submissions;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Owners;

/// <summary>A published practice is corrected by those who answer for it: a new version, and the earlier one stays.</summary>
public sealed class CorrectionTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Correction_Published_IsVersionTwo_AndVersionOneStays()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var slug = await PublishedAsync("Corrected after publication", member, moderator);
        var first = await host.GetAsync<EntryResponse>($"practices/{slug}");

        var correction = await member.CorrectAsync(slug);
        var published = await member.PublishAsync(correction, correction.Form with { Summary = "Three countries exchange records.", Lessons = "Begin with two.", Note = "A third country" }, moderator);

        var second = await host.GetAsync<EntryResponse>($"practices/{slug}");
        var old = await host.GetAsync<EntryResponse>($"practices/{slug}/versions/1");
        var versions = await host.GetAsync<List<VersionResponse>>($"practices/{slug}/versions");
        Assert.Equal((slug, "draft", "published", 2), (correction.Slug, correction.State, published.State, second.Version));
        Assert.Equal(("Three countries exchange records.", "Begin with two.", first.Title, first.Practice!.Challenge), (second.Summary, second.Practice!.Lessons, second.Title, second.Practice.Challenge));
        Assert.Equal((first.Summary, 1), (old.Summary, old.Version));
        Assert.Equal(["A third country", null], versions.Select(version => version.Note));
        var told = await host.Published.OfAsync<EntryPublished>(entry => entry.Slug == slug, 2);
        Assert.Equal([1, 2], told.Select(entry => entry.Version).Order());
        Assert.Equal(Contributing.Complete.Summary, published.Base!.Summary);
    }

    [Fact]
    public async Task Correction_OfOneField_KeepsEverythingElse_AlsoWhatWasChangedMeanwhile()
    {
        await host.ImportAsync(Imported("corrected-import", "Corrected beside an import"));
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var correction = await member.CorrectAsync("corrected-beside-an-import");
        await host.ImportAsync(Imported("corrected-import", "Corrected beside an import", pitfalls: "New since then.", status: "completed"));

        await member.PublishAsync(correction, correction.Form with { Solution = "Done\r\nagain." }, moderator);

        var practice = await host.GetAsync<EntryResponse>("practices/corrected-beside-an-import");
        Assert.Equal(3, practice.Version);
        Assert.Equal(("Done\nagain.", "New since then.", "completed", "Independent evaluation"), (practice.Practice!.Solution, practice.Practice.Pitfalls, practice.Practice.Status, practice.Practice.EvidenceLevel is null ? null : "Independent evaluation"));
        Assert.Equal(["MD lead", "CH funder", "IT mentioned"], practice.Countries.Select(country => $"{country.Code} {country.Role}"));
        Assert.Equal(("national", "en", 12), (practice.GeographicScope, practice.Links[0].Language, practice.Summits[0].Number));
        Assert.Contains(practice.Themes, theme => theme is { Value: "remittances", Suggested: true });
        Assert.Equal(DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(24), practice.NextReview);
    }

    [Fact]
    public async Task Correction_OfARecordWithGaps_MayLeaveThem_AndAddsNoFaults()
    {
        await host.ImportAsync(new { kind = "practice", key = "gaps", title = "A record with gaps", ownerCountry = "MD", countries = new[] { "MD|mentioned" } });
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var correction = await member.CorrectAsync("a-record-with-gaps");
        var worse = await member.DoAsync(HttpMethod.Put, $"/{correction.Id}", correction.Form with { Title = "", Summary = "Known at last." }, correction.Version);
        using var refused = await member.SendAsync(HttpMethod.Post, $"/{correction.Id}/submit", version: worse.Version);

        await member.PublishAsync(worse, worse.Form with { Title = "A record with fewer gaps" }, moderator);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(["title"], worse.Wrong.Select(problem => problem.Field).Distinct());
        var practice = await host.GetAsync<EntryResponse>("practices/a-record-with-gaps");
        Assert.Equal(("A record with fewer gaps", "Known at last.", null), (practice.Title, practice.Summary, practice.Practice!.Challenge));
    }

    [Fact]
    public async Task Correction_ByColleaguesAtOnce_IsOne_AndAnotherFollowsWhenItIsOver()
    {
        using var member = new Contributing(host, "member", "country:MD");
        using var colleague = new Contributing(host, "focal_point", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var slug = await PublishedAsync("Corrected by colleagues", member, moderator);

        var begun = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? member : colleague).CorrectAsync(slug)));
        var own = await ReadAsync(member, slug);
        await member.PublishAsync(begun[0], begun[0].Form with { Title = "Corrected by colleagues, once" }, moderator);
        var next = await colleague.CorrectAsync(slug);

        Assert.Single(begun.DistinctBy(correction => correction.Id));
        Assert.Equal(begun[0].Id, own.Correction);
        Assert.NotEqual(begun[0].Id, next.Id);
        Assert.Equal("Corrected by colleagues, once", next.Form.Title);
    }

    [Fact]
    public async Task Correction_OfWhatWasWithdrawnMeanwhile_IsNotPublished()
    {
        await host.ImportAsync(Imported("corrected-late", "Corrected too late"));
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var correction = await member.CorrectAsync("corrected-too-late");
        var submitted = await member.DoAsync(HttpMethod.Post, $"/{correction.Id}/submit", version: correction.Version);
        await host.ImportAsync(new { key = "corrected-late", action = "withdraw", reason = "Asked for." });

        using var refused = await moderator.SendAsync(HttpMethod.Post, $"/{correction.Id}/publish", version: submitted.Version);
        using var another = await member.OwnAsync(HttpMethod.Post, "corrected-too-late", "correction");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound), (refused.StatusCode, another.StatusCode));
    }

    [Fact]
    public async Task Contact_Corrected_IsTheEntrysAlone_AndKeepsItsTelephone()
    {
        await host.ImportAsync(new
        {
            kind = "practice",
            key = "corrected-contact",
            title = "Corrected with its contact",
            ownerCountry = "MD",
            contact = new[] { "Migration unit|old@ministry.example|+000 1", "Press office|press@ministry.example" },
        });
        using var member = new Contributing(host, "member", "country:MD");
        using var moderator = new Contributing(host, "moderator", null);
        var correction = await member.CorrectAsync("corrected-with-its-contact");

        var published = await member.PublishAsync(correction, correction.Form with { Contact = new("Mobility unit", "new@ministry.example") }, moderator);

        using var contacts = await host.AskAsAsync("member", "practices/corrected-with-its-contact/contacts");
        Assert.Equal(
            [new ContactResponse("Mobility unit", "new@ministry.example", "+000 1"), new("Press office", "press@ministry.example", null)],
            await contacts.Content.ReadFromJsonAsync<List<ContactResponse>>(Cancellation));
        Assert.Equal((null, null), (published.Form.Contact, published.Base!.Contact));
    }

    private static async Task<string> PublishedAsync(string title, Contributing member, Contributing moderator)
    {
        var submitted = await member.SubmittedAsync(Contributing.Complete with { Title = title });
        return (await moderator.DoAsync(HttpMethod.Post, $"/{submitted.Id}/publish", version: submitted.Version)).Slug!;
    }

    private static async Task<OwnPractice> ReadAsync(Contributing member, string slug)
    {
        using var response = await member.OwnAsync(HttpMethod.Get, slug);
        return (await response.Content.ReadFromJsonAsync<OwnPractice>(Cancellation))!;
    }

    private static object Imported(string key, string title, string pitfalls = "What did not work.", string status = "ongoing") => new
    {
        kind = "practice",
        key,
        title,
        ownerCountry = "MD",
        summary = "Who does what, where.",
        challenge = "What was wrong.",
        solution = "What was done.",
        pitfalls,
        status,
        countries = new[] { "MD|lead", "CH|funder", "IT|mentioned" },
        geographicScope = "national",
        organisations = new[] { "International Organization for Migration (IOM)|lead" },
        themes = new[] { "diaspora" },
        suggestedThemes = new[] { "remittances" },
        summits = new[] { 12 },
        type = "programme",
        startYear = 2021,
        evidenceLevel = "Independent evaluation",
        links = new[] { "https://example.org/p|Page|en" },
    };
}
