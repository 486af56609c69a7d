using System.Net;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Countries;

/// <summary>The items of the repository, for everybody to read. Each test has countries of its own.</summary>
public sealed class ProfilesListTests(CatalogueHost host)
{
    [Fact]
    public async Task Profiles_AreListedByCountry_AsTheLanguageSorts_NewestFirst()
    {
        await host.ImportAsync(
            new { kind = "profile", country = "GB", year = 2011, url = "https://example.org/gb-2011" },
            new { kind = "profile", country = "DE", year = 2010, url = "https://example.org/de-2010" },
            new { kind = "profile", country = "DE", year = 2014, language = "fr", url = "https://example.org/de-2014", title = "La migration" },
            new { kind = "profile", country = "DE", year = 2012, url = "https://example.org/de-2012" },
            new { key = "profile/de-2012-en", action = "withdraw", reason = "The link is dead." });

        var english = await host.GetAsync<Page<MigrationProfileItem>>("profiles?country=GB&country=de");
        var spanish = await host.GetAsync<Page<MigrationProfileItem>>("profiles?country=DE&country=GB&lang=es");

        Assert.Equal([("DE", 2014), ("DE", 2010), ("GB", 2011)], english.Items.Select(item => (item.Country, item.Year)));
        Assert.Equal(("Germany", "fr", "https://example.org/de-2014", "La migration", 1), (english.Items[0].CountryName, english.Items[0].Language, english.Items[0].Url, english.Items[0].Title, english.Items[0].Version));
        Assert.Equal(["Alemania", "Alemania", "Reino Unido"], spanish.Items.Select(item => item.CountryName));
        Assert.Equal(["Allemagne", "Royaume-Uni"], (await host.GetAsync<Page<MigrationProfileItem>>("profiles?country=DE&country=GB&lang=fr")).Items.Select(item => item.CountryName).Distinct());
    }

    [Fact]
    public async Task Order_IsThatOfTheNames_NotOfTheCodes()
    {
        await host.ImportAsync(
            new { kind = "profile", country = "CY", year = 2011, url = "https://example.org/cy" },
            new { kind = "profile", country = "HR", year = 2011, url = "https://example.org/hr" });

        var spanish = await host.GetAsync<Page<MigrationProfileItem>>("profiles?country=CY&country=HR&lang=es");
        var english = await host.GetAsync<Page<MigrationProfileItem>>("profiles?country=CY&country=HR");

        Assert.Equal(["Chipre", "Croacia"], spanish.Items.Select(item => item.CountryName));
        Assert.Equal(["Croatia", "Cyprus"], english.Items.Select(item => item.CountryName));
    }

    [Fact]
    public async Task List_InPages_HasEveryItemOnce()
    {
        await host.ImportAsync([.. Enumerable.Range(2001, 7).Select(year => new { kind = "profile", country = "SE", year, url = $"https://example.org/{year}" })]);

        List<int> years = [];
        for (var page = 1; page <= 3; page++)
        {
            var answer = await host.GetAsync<Page<MigrationProfileItem>>($"profiles?country=SE&page={page}&pageSize=3");
            Assert.Equal(7, answer.Total);
            years.AddRange(answer.Items.Select(item => item.Year));
        }

        Assert.Equal(Enumerable.Range(2001, 7).Reverse(), years);
    }

    [Theory]
    [InlineData("country=XX")]
    [InlineData("lang=de")]
    [InlineData("pageSize=101")]
    public async Task Question_ThatHasNoAnswer_IsRefused(string query)
    {
        using var response = await host.AskAsync($"profiles?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
