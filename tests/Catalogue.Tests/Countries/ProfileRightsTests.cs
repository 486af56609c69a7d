using System.Net;
using PfP.Catalogue.Tests.Hosting;

namespace PfP.Catalogue.Tests.Countries;

/// <summary>A country's Migration Profiles are its focal points' to write, and the secretariat's; nobody else's.</summary>
public sealed class ProfileRightsTests(CatalogueHost host)
{
    [Theory]
    [InlineData("focal_point", "country:LS", "LR", HttpStatusCode.NotFound)]
    [InlineData("focal_point", "organisation:LY", "LY", HttpStatusCode.NotFound)]
    [InlineData("focal_point", "organisation:country:MW", "MW", HttpStatusCode.NotFound)]
    [InlineData("focal_point", null, "MZ", HttpStatusCode.NotFound)]
    [InlineData("member", "country:NE", "NE", HttpStatusCode.Forbidden)]
    public async Task WhoeverElse_AddsNone_AndChangesNone(string role, string? entity, string country, HttpStatusCode reading)
    {
        using var owner = new ProfileEditor(host, "focal_point", $"country:{country}");
        using var other = new ProfileEditor(host, role, entity);
        var profile = await owner.AddedAsync(ProfileEditor.Profile(country));

        using var added = await other.AddAsync(ProfileEditor.Profile(country, "2019"));
        using var read = await other.GetAsync(profile.Id);
        using var changed = await other.ChangeAsync(profile.Id, 1, "https://example.org/not-theirs");
        using var withdrawn = await other.WithdrawAsync(profile.Id, 1);

        Assert.Equal(
            [HttpStatusCode.Forbidden, reading, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden],
            new[] { added, read, changed, withdrawn }.Select(response => response.StatusCode));
        Assert.Equal((2015, profile.Url, 1), Assert.Single((await owner.PublicAsync(country)).Select(item => (item.Year, item.Url, item.Version))));
    }

    [Theory]
    [InlineData("moderator", null, "MG")]
    [InlineData("moderator", "country:LS", "ML")]
    [InlineData("administrator", null, "MR")]
    public async Task Secretariat_WritesThoseOfAnyCountry(string role, string? entity, string country)
    {
        using var secretariat = new ProfileEditor(host, role, entity);
        using var owner = new ProfileEditor(host, "focal_point", $"country:{country}");
        var theirs = await owner.AddedAsync(ProfileEditor.Profile(country));

        await secretariat.AddedAsync(ProfileEditor.Profile(country, "2019"));
        using var changed = await secretariat.ChangeAsync(theirs.Id, 1, "https://example.org/by-the-secretariat");

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var items = await owner.PublicAsync(country);
        Assert.Equal([(2019, 1), (2015, 2)], items.Select(item => (item.Year, item.Version)));
        using var withdrawn = await secretariat.WithdrawAsync(items[0].Id, 1);
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
    }

    [Fact]
    public async Task Profile_WithFieldsOfItsRow_SetsNone()
    {
        using var focalPoint = new ProfileEditor(host, "focal_point", "country:NG");

        using var added = await focalPoint.AddAsync(new
        {
            country = "NG",
            year = "2015",
            language = "en",
            url = "https://example.org/first",
            id = Guid.Empty,
            slug = "mine",
            version = 9,
            state = "draft",
            fileId = Guid.NewGuid(),
            withdrawnAt = "2020-01-01T00:00:00Z",
            withdrawalReason = "Mine",
            countryName = "Nowhere",
            owner = "country:KE",
            role = "administrator",
        });

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var profile = Assert.Single(await focalPoint.PublicAsync("NG"));
        Assert.Equal(("NG", "Nigeria", 2015, 1, null), (profile.Country, profile.CountryName, profile.Year, profile.Version, profile.Title));
        Assert.NotEqual(Guid.Empty, profile.Id);
        using var ofAnother = await focalPoint.AddAsync(new { country = "NE", year = "2016", language = "en", url = "https://example.org/first", owner = "country:NG", entity = "country:NG", isStaff = true });
        Assert.Equal(HttpStatusCode.Forbidden, ofAnother.StatusCode);
    }
}
