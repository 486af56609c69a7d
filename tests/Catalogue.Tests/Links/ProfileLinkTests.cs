using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.Testing;

namespace PfP.Catalogue.Tests.Links;

/// <summary>Links of Migration Profiles are visited as those of entries are.</summary>
public sealed class ProfileLinkTests(LinkCheckerTests.Host host) : IClassFixture<LinkCheckerTests.Host>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeadLink_OfAProfile_IsShownToItsCountryAndTheSecretariat_UntilItIsReplaced()
    {
        var url = host.Web.At("/status/410?profile");
        await NameAsync("TV", 2015, url);
        await CheckTwiceAsync();

        var own = Assert.Single(await OwnAsync("TV"));
        Assert.Equal((url, "gone", "tv-2015-en", "/countries/tv#migration-profiles"), (own.Link.Url, own.Link.Reason, own.Entry.Slug, own.Entry.Url));
        Assert.Equal("tv-2015-en", Assert.Single(await AllAsync(), row => row.Link.Url == url).Entry.Slug);

        await NameAsync("TV", 2015, host.Web.At("/status/200?profile"));
        await host.CheckAsync();

        Assert.Empty(await OwnAsync("TV"));
        Assert.DoesNotContain(await AllAsync(), row => row.Link.Url == url);
    }

    [Fact]
    public async Task Link_OfAWithdrawnProfile_IsForgotten_AndOneThatAnEntryNamesTooIsListedForBoth()
    {
        var url = host.Web.At("/status/404?both");
        await NameAsync("TO", 2015, url);
        await host.ImportAsync(new { kind = "practice", key = "links-both", title = "Links both", links = new[] { new { url } } });
        await CheckTwiceAsync();
        var both = (await AllAsync()).Where(row => row.Link.Url == url).Select(row => row.Entry.Slug).Order().ToList();

        await host.ImportAsync(new { key = "profile/to-2015-en", action = "withdraw", reason = "The link is dead." });

        Assert.Equal(["links-both", "to-2015-en"], both);
        Assert.Equal("links-both", Assert.Single(await AllAsync(), row => row.Link.Url == url).Entry.Slug);
        Assert.Empty(await OwnAsync("TO"));
        await host.ImportAsync(new { key = "links-both", action = "withdraw", reason = "Gone." });
        await host.CheckAsync();
        Assert.False(await host.InDatabaseAsync(db => db.LinkChecks.AnyAsync(check => check.Url == url, Cancellation)));
    }

    [Fact]
    public async Task File_OfAProfile_IsNotVisited()
    {
        using var secretariat = Client("moderator", null);
        using var body = new ByteArrayContent(SampleFiles.Pdf());
        using var sent = await secretariat.PostAsync(new Uri("/api/catalogue/profiles/files/TR?name=x.pdf", UriKind.Relative), body, Cancellation);
        var file = (await sent.Content.ReadFromJsonAsync<SubmissionFile>(Cancellation))!;
        var url = $"{MigrationProfiles.FilesAddress}/{file.Id}/x.pdf";
        using var added = await secretariat.PostAsJsonAsync(new Uri("/api/catalogue/profiles", UriKind.Relative), new NewMigrationProfile("TR", "2015", "en", url, null), Cancellation);

        await host.CheckAsync();

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.False(await host.InDatabaseAsync(db => db.LinkChecks.AnyAsync(check => check.Url == url, Cancellation)));
    }

    [Theory]
    [InlineData("focal_point", "country:TV")]
    [InlineData("focal_point", "organisation:country:TM")]
    [InlineData("member", "country:TM")]
    public async Task WhoeverElse_DoesNotReadThem(string role, string entity)
    {
        using var client = Client(role, entity);

        using var answer = await client.GetAsync(new Uri("/api/catalogue/dead-links/profiles?country=TM", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private Task<IReadOnlyList<PfP.Catalogue.Import.RowReport>> NameAsync(string country, int year, string url) => host.ImportAsync(new { kind = "profile", country, year, url });

    private async Task CheckTwiceAsync()
    {
        await host.CheckAsync();
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"update link_checks set next_at = '2020-01-01Z' where failures > 0", Cancellation));
        await host.CheckAsync();
    }

    // Its code in whatever letters.
    private async Task<IReadOnlyList<EntryDeadLink>> OwnAsync(string country) => await AskAsync<IReadOnlyList<EntryDeadLink>>($"dead-links/profiles?country={country.ToLowerInvariant()}", "focal_point", $"country:{country}");

    private async Task<IReadOnlyList<EntryDeadLink>> AllAsync() => (await AskAsync<Page<EntryDeadLink>>("dead-links", "moderator", null)).Items;

    private async Task<T> AskAsync<T>(string path, string role, string? entity)
    {
        using var client = Client(role, entity);
        return (await client.GetFromJsonAsync<T>(new Uri($"/api/catalogue/{path}", UriKind.Relative), Cancellation))!;
    }

    private HttpClient Client(string role, string? entity)
    {
        var client = host.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Issuer.AccessToken(roles: [role], entity: entity));
        return client;
    }
}
