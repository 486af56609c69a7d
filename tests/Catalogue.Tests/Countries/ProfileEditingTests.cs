using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Countries;

/// <summary>A country's Migration Profiles are added, changed and withdrawn by hand, with the versions and events that an import makes. Each test has a country of its own.</summary>
public sealed class ProfileEditingTests(CatalogueHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FocalPoint_AddsChangesAndWithdraws_EachAVersionAnEventAndARecord()
    {
        var member = Guid.CreateVersion7();
        using var focalPoint = new ProfileEditor(host, "focal_point", "country:AO", member);

        using var added = await focalPoint.AddAsync(ProfileEditor.Profile("ao", " 2015 ", "fr", " https://example.org/angola ", " "));
        var profile = Assert.Single(await focalPoint.PublicAsync("AO"));
        using var read = await focalPoint.GetAsync(profile.Id);
        using var changed = await focalPoint.ChangeAsync(profile.Id, 1, "https://example.org/angola-2", "La migration en Angola");
        var after = Assert.Single(await focalPoint.PublicAsync("AO"));
        using var withdrawn = await focalPoint.WithdrawAsync(profile.Id, 2, " The document is gone. ");

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NoContent], new[] { added, read, changed, withdrawn }.Select(response => response.StatusCode));
        Assert.Equal(["\"1\"", "\"1\"", "\"2\""], new[] { added, read, changed }.Select(response => response.Headers.ETag!.Tag));
        Assert.Equal($"/api/catalogue/profiles/{profile.Id}", added.Headers.Location!.OriginalString);
        Assert.Equal(("AO", 2015, "fr", "https://example.org/angola", null), (profile.Country, profile.Year, profile.Language, profile.Url, profile.Title));
        Assert.Equal(("https://example.org/angola-2", "La migration en Angola", 2), (after.Url, after.Title, after.Version));
        Assert.Empty(await focalPoint.PublicAsync("AO"));
        var published = (await host.Published.OfAsync<EntryPublished>(entry => entry.EntryId == profile.Id, 2)).OrderBy(entry => entry.Version).ToList();
        Assert.Equal([(1, "ao-2015-fr", null), (2, "ao-2015-fr", "La migration en Angola")], published.Select(entry => (entry.Version, entry.Slug, entry.Texts["fr"].Body)));
        var gone = await host.Published.OneAsync<EntryWithdrawn>(entry => entry.EntryId == profile.Id);
        Assert.Equal((3, "The document is gone."), (gone.Version, gone.Reason));
        var records = await host.InDatabaseAsync(db => db.Audit.Where(record => record.SubjectId == profile.Id).OrderBy(record => record.Id).ToListAsync(Cancellation));
        Assert.Equal([("published", 1), ("updated", 2), ("withdrawn", 3)], records.Select(record => (record.Action, record.Version)));
        Assert.All(records, record => Assert.Equal(($"member:{member}", "profile"), (record.Actor, record.SubjectKind)));
    }

    [Fact]
    public async Task Change_OfAnOlderVersion_OrOfNone_IsRefused_AndNothingChanges()
    {
        using var focalPoint = new ProfileEditor(host, "focal_point", "country:BJ");
        using var moderator = new ProfileEditor(host, "moderator", null);
        var profile = await focalPoint.AddedAsync(ProfileEditor.Profile("BJ"));
        using var first = await moderator.ChangeAsync(profile.Id, 1, "https://example.org/by-the-secretariat");

        using var late = await focalPoint.ChangeAsync(profile.Id, 1, "https://example.org/late");
        using var lateWithdrawal = await focalPoint.WithdrawAsync(profile.Id, 1);
        using var blind = await focalPoint.ChangeAsync(profile.Id, null, "https://example.org/blind");

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionRequired],
            new[] { first, late, lateWithdrawal, blind }.Select(response => response.StatusCode));
        Assert.Equal(("https://example.org/by-the-secretariat", 2), Assert.Single((await focalPoint.PublicAsync("BJ")).Select(item => (item.Url, item.Version))));
    }

    [Fact]
    public async Task Change_ThatSaysTheSame_MakesNoVersion()
    {
        using var focalPoint = new ProfileEditor(host, "focal_point", "country:BW");
        var profile = await focalPoint.AddedAsync(ProfileEditor.Profile("BW"));

        using var same = await focalPoint.ChangeAsync(profile.Id, 1, profile.Url);

        Assert.Equal((HttpStatusCode.OK, "\"1\""), (same.StatusCode, same.Headers.ETag!.Tag));
    }

    [Fact]
    public async Task Add_SentOftenAtOnce_MakesOne_AndSaysSoEachTime()
    {
        using var focalPoint = new ProfileEditor(host, "focal_point", "country:CV");

        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => focalPoint.AddedAsync(ProfileEditor.Profile("CV"))));

        Assert.Equal((Assert.Single(await focalPoint.PublicAsync("CV")).Id, 1), Assert.Single(added.Select(item => (item.Id, item.Version)).Distinct()));
    }

    [Fact]
    public async Task Add_OfAYearAndLanguageThatAreThere_IsRefusedAtTheField_AnotherLanguageIsNot()
    {
        using var focalPoint = new ProfileEditor(host, "focal_point", "country:DJ");
        await focalPoint.AddedAsync(ProfileEditor.Profile("DJ"));

        using var again = await focalPoint.AddAsync(ProfileEditor.Profile("DJ", url: "https://example.org/another"));
        await focalPoint.AddedAsync(ProfileEditor.Profile("DJ", language: "fr", url: "https://example.org/another"));

        Assert.Equal(["year"], await WrongAsync(again));
        Assert.Equal(["https://example.org/first", "https://example.org/another"], (await focalPoint.PublicAsync("DJ")).Select(item => item.Url));
    }

    [Fact]
    public async Task Add_OfWhatWasWithdrawn_BringsItBack_AsTheSameOne()
    {
        using var focalPoint = new ProfileEditor(host, "focal_point", "country:ER");
        var profile = await focalPoint.AddedAsync(ProfileEditor.Profile("ER"));
        using var withdrawn = await focalPoint.WithdrawAsync(profile.Id, 1);
        using var meanwhile = await focalPoint.GetAsync(profile.Id);

        var back = await focalPoint.AddedAsync(ProfileEditor.Profile("ER", url: "https://example.org/back"));

        Assert.Equal(HttpStatusCode.NotFound, meanwhile.StatusCode);
        Assert.Equal((profile.Id, 3), (back.Id, back.Version));
    }

    [Fact]
    public async Task Import_OfWhatWasAddedByHand_UpdatesThatOne_AndWhatWasImported_IsChangedByHand()
    {
        using var focalPoint = new ProfileEditor(host, "focal_point", "country:GM");
        var profile = await focalPoint.AddedAsync(ProfileEditor.Profile("GM"));

        await host.ImportAsync(new { kind = "profile", country = "GM", year = 2015, url = "https://example.org/imported" }, new { kind = "profile", country = "GM", year = 2009, url = "https://example.org/older" });
        var older = (await focalPoint.PublicAsync("GM"))[1];
        using var changed = await focalPoint.ChangeAsync(older.Id, older.Version, "https://example.org/older-2");

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal([(2015, "https://example.org/imported", 2), (2009, "https://example.org/older-2", 2)], (await focalPoint.PublicAsync("GM")).Select(item => (item.Year, item.Url, item.Version)));
        Assert.Equal(profile.Id, (await focalPoint.PublicAsync("GM"))[0].Id);
    }

    [Theory]
    [InlineData("year", "GN", "1989", "en", "https://example.org/", null)]
    [InlineData("year", "GN", "2101", "en", "https://example.org/", null)]
    [InlineData("year", "GN", "last year", "en", "https://example.org/", null)]
    [InlineData("year", "GN", null, "en", "https://example.org/", null)]
    [InlineData("language", "GN", "2015", "tlh", "https://example.org/", null)]
    [InlineData("language", "GN", "2015", null, "https://example.org/", null)]
    [InlineData("url", "GN", "2015", "en", "javascript:alert(1)", null)]
    [InlineData("url", "GN", "2015", "en", "ftp://example.org/", null)]
    [InlineData("url", "GN", "2015", "en", "file:///etc/passwd", null)]
    [InlineData("url", "GN", "2015", "en", "gopher://127.0.0.1:25/_HELO", null)]
    [InlineData("url", "GN", "2015", "en", "//evil.example/", null)]
    [InlineData("url", "GN", "2015", "en", "/api/catalogue/profiles/files/../../own", null)]
    [InlineData("url", "GN", "2015", "en", "https://example.org/a\u0000b", null)]
    [InlineData("url", "GN", "2015", "en", " ", null)]
    [InlineData("title", "GN", "2015", "en", "https://example.org/", "two\nlines")]
    [InlineData("country", "XX", "2015", "en", "https://example.org/", null)]
    [InlineData("country", null, "2015", "en", "https://example.org/", null)]
    public async Task Profile_ThatCannotBeOne_IsRefusedAtItsField(string field, string? country, string? year, string? language, string? url, string? title)
    {
        using var moderator = new ProfileEditor(host, "moderator", null);

        using var response = await moderator.AddAsync(new NewMigrationProfile(country, year, language, url, title));

        Assert.Equal([field], await WrongAsync(response));
    }

    [Fact]
    public async Task Change_ThatIsWrong_IsRefusedAtItsField()
    {
        using var focalPoint = new ProfileEditor(host, "focal_point", "country:GW");
        var profile = await focalPoint.AddedAsync(ProfileEditor.Profile("GW"));

        using var noAddress = await focalPoint.ChangeAsync(profile.Id, 1, "example.org", new string('x', MigrationProfiles.LongestTitle + 1));
        using var noReason = await focalPoint.WithdrawAsync(profile.Id, 1, " ");

        Assert.Equal(["title", "url"], await WrongAsync(noAddress));
        Assert.Equal(["reason"], await WrongAsync(noReason));
        Assert.Equal(1, Assert.Single(await focalPoint.PublicAsync("GW")).Version);
    }

    private static async Task<IEnumerable<string>> WrongAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        return problem.RootElement.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order().ToList();
    }
}
