using System.Net;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Entries;

public sealed class OverviewTests(ArchiveHost host)
{
    [Fact]
    public async Task Statistics_EqualWhatTheListsShow()
    {
        var statistics = await host.GetAsync<StatisticsResponse>("statistics");

        Assert.Equal((45, 16, 20), (statistics.Practices, statistics.Tools, statistics.Sessions));
        foreach (var (theme, count) in statistics.ByTheme)
        {
            Assert.Equal(await TotalAsync($"theme={theme}"), count);
        }

        Assert.Equal(statistics.ByCountry.Count, statistics.Countries);
        foreach (var (region, count) in statistics.ByRegion)
        {
            Assert.Equal(await TotalAsync($"region={region}"), count);
        }
    }

    [Fact]
    public async Task Region_StatedAsASubRegion_CountsUnderTheRegionsAboveIt()
    {
        // The fund names West Africa (011), and Spain as its only country.
        var practices = await host.GetAsync<Page<EntrySummary>>("practices?region=002&pageSize=100");

        Assert.Contains(practices.Items, practice => practice.Slug.Contains("ecowas", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Countries_InALanguage_AreSortedByTheirNamesInIt()
    {
        var countries = await host.GetAsync<List<CountryResponse>>("countries?lang=fr");

        Assert.Equal(249, countries.Count);
        Assert.Equal("Tchéquie", countries.Single(country => country.Code == "CZ").Name);
        Assert.True(countries.FindIndex(country => country.Code == "EC") < countries.FindIndex(country => country.Code == "FR"));
        Assert.Equal(5, countries.Single(country => country.Code == "MD").Practices);
    }

    [Fact]
    public async Task Organisation_SpeltInSeveralWays_IsOneWithAllItsEntries()
    {
        var organisation = await host.GetAsync<OrganisationResponse>("organisations/international-organization-for-migration");

        Assert.Equal(("IOM", "un-system"), (organisation.Acronym, organisation.Type));
        Assert.Equal(await TotalAsync($"organisation={organisation.Slug}"), organisation.Entries);
        Assert.Equal(38, (await host.GetAsync<Page<OrganisationResponse>>("organisations")).Total);
    }

    [Fact]
    public async Task Vocabulary_InALanguage_HasItsLabels()
    {
        var themes = await host.GetAsync<List<VocabularyTerm>>("vocabularies/themes?lang=es");

        Assert.Equal(18, themes.Count);
        Assert.Equal("Remesas e inclusión financiera", themes.Single(theme => theme.Value == "remittances").Label);
    }

    [Theory]
    [InlineData("practices/no-such-practice")]
    [InlineData("practices/prague-process/versions/2")]
    [InlineData("practices/no-such-practice/versions")]
    [InlineData("summits/13")]
    [InlineData("organisations/nobody")]
    [InlineData("countries/XX")]
    [InlineData("vocabularies/colours")]
    public async Task Unknown_IsA404WithAProblem(string path)
    {
        using var response = await host.AskAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private async Task<int> TotalAsync(string query)
    {
        var total = 0;
        foreach (var collection in new[] { "practices", "tools", "sessions" })
        {
            total += (await host.GetAsync<Page<EntrySummary>>($"{collection}?{query}")).Total;
        }

        return total;
    }
}
