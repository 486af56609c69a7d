using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using PfP.Catalogue.Tests.Hosting;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Tests.Entries;

public sealed class ListTests(ArchiveHost host)
{
    [Theory]
    [InlineData("theme=remittances&theme=diaspora")]
    [InlineData("region=202")]
    [InlineData("organisation=un-women")]
    [InlineData("organisationType=financial-institution")]
    [InlineData("gcm=19")]
    [InlineData("sdg=10.c")]
    [InlineData("summit=9&summit=10")]
    [InlineData("type=law")]
    [InlineData("year=2016")]
    [InlineData("yearFrom=2015&yearTo=2016")]
    public async Task Filter_OfAnyField_ListsExactlyTheEntriesThatHaveIt(string query)
    {
        var all = await host.GetAsync<Page<EntrySummary>>("practices?pageSize=100");
        var filtered = await host.GetAsync<Page<EntrySummary>>($"practices?pageSize=100&{query}");

        var details = new List<EntryResponse>();
        foreach (var entry in all.Items)
        {
            details.Add(await host.GetAsync<EntryResponse>($"practices/{entry.Slug}"));
        }

        var expected = details.Where(entry => Matches(query, entry, all.Items.Single(item => item.Id == entry.Id).Year)).Select(entry => entry.Slug).Order().ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, filtered.Items.Select(entry => entry.Slug).Order());
        Assert.Equal(expected.Count, filtered.Total);
    }

    [Theory]
    [InlineData("practices?year=soon", "year")]
    [InlineData("practices?page=0", "page")]
    [InlineData("practices?page=two", "page")]
    [InlineData("practices?pageSize=101", "pageSize")]
    [InlineData("practices?country=XX", "country")]
    [InlineData("practices?region=999", "region")]
    [InlineData("practices?theme=weather", "theme")]
    [InlineData("practices?type=handbook", "type")]
    [InlineData("practices?sort=oldest", "sort")]
    [InlineData("practices?lang=de", "lang")]
    [InlineData("summits?lang=de", "lang")]
    [InlineData("organisations?pageSize=0", "pageSize")]
    public async Task Parameter_WhenWrong_IsA400ThatNamesIt(string path, string parameter)
    {
        using var response = await host.AskAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<ValidationProblemDetails>(TestContext.Current.CancellationToken);
        Assert.Contains(parameter, problem!.Errors.Keys);
    }

    [Fact]
    public async Task Page_BeyondTheReach_IsA400ThatSaysSo()
    {
        using var last = await host.AskAsync("practices?page=100&pageSize=100");
        using var beyond = await host.AskAsync("practices?page=101&pageSize=100");

        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, beyond.StatusCode);
        Assert.Contains("10000", await beyond.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_TogetherShowEveryEntryOnce()
    {
        var slugs = new List<string>();
        for (var page = 1; page <= 5; page++)
        {
            slugs.AddRange((await host.GetAsync<Page<EntrySummary>>($"practices?page={page}&pageSize=10")).Items.Select(entry => entry.Slug));
        }

        Assert.Equal(45, slugs.Distinct().Count());
        Assert.Equal(45, slugs.Count);
    }

    private static bool Matches(string query, EntryResponse entry, int? year) => query switch
    {
        "theme=remittances&theme=diaspora" => entry.Themes.Any(theme => theme.Value is "remittances" or "diaspora"),
        "region=202" => entry.Regions.SelectMany(PfP.Vocabularies.Vocabulary.WithRegionsAbove).Concat(entry.Countries.SelectMany(country => PfP.Vocabularies.Countries.Find(country.Code)!.Regions)).Contains("202"),
        "organisation=un-women" => entry.Organisations.Any(organisation => organisation.Slug == "un-women"),
        "organisationType=financial-institution" => entry.Organisations.Any(organisation => organisation.Type == "financial-institution"),
        "gcm=19" => entry.GcmObjectives.Any(objective => objective.Value == "19"),
        "sdg=10.c" => entry.SdgTargets.Any(target => target.Value == "10.c"),
        "summit=9&summit=10" => entry.Summits.Any(summit => summit.Number is 9 or 10),
        "type=law" => entry.Practice!.Type == "law",
        "year=2016" => year == 2016,
        _ => year is 2015 or 2016,
    };
}
