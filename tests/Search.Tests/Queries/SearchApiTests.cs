using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PfP.Contracts.Search.Api;
using PfP.Search.Tests.Hosting;
using PfP.Testing;

namespace PfP.Search.Tests.Queries;

public sealed class SearchApiTests(FilledSearchHost host) : IClassFixture<FilledSearchHost>
{
    private readonly HttpClient client = host.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_WithText_AnswersWithHitsFacetsAndCorrection()
    {
        var answer = await host.SearchAsync("q=remitances&pageSize=2");

        Assert.Equal(2, answer.Hits.Count);
        Assert.True(answer.Total > 2);
        Assert.Equal("remittances", answer.DidYouMean);
        Assert.Equal(15, answer.Facets.Count);
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=x", "page")]
    [InlineData("page=501&pageSize=20", "page")]
    [InlineData("page=99999999999", "page")]
    [InlineData("pageSize=0", "pageSize")]
    [InlineData("pageSize=101", "pageSize")]
    [InlineData("sort=best", "sort")]
    [InlineData("sort=distance", "sort")]
    [InlineData("country=Kenya", "country")]
    [InlineData("partner=1", "partner")]
    [InlineData("region=africa", "region")]
    [InlineData("gcm=x", "gcm")]
    [InlineData("summit=-1", "summit")]
    [InlineData("year=20", "year")]
    [InlineData("yearFrom=x", "yearFrom")]
    [InlineData("yearTo=20000", "yearTo")]
    [InlineData("publishedFrom=2025", "publishedFrom")]
    [InlineData("publishedTo=2025-02-29", "publishedTo")]
    [InlineData("bbox=1,2,3", "bbox")]
    [InlineData("bbox=1,20,3,10", "bbox")]
    [InlineData("bbox=a,b,c,d", "bbox")]
    [InlineData("bbox=NaN,0,1,1", "bbox")]
    [InlineData("near=91,0", "near")]
    [InlineData("near=1", "near")]
    [InlineData("distanceKm=10", "near")]
    [InlineData("near=1,1&distanceKm=-5", "distanceKm")]
    [InlineData("near=1,1&distanceKm=1e9", "distanceKm")]
    [InlineData("lang=de", "lang")]
    public async Task Search_WithAWrongParameter_Is400AndNamesIt(string query, string parameter)
    {
        using var response = await client.GetAsync(new Uri($"/api/search?{query}", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out _));
    }

    [Theory]
    [InlineData("theme=no-such-theme")]
    [InlineData("country=XX")]
    [InlineData("organisation=%F0%9F%98%80")]
    [InlineData("callStatus=open&callType=any")]
    public async Task Search_ForAnUnknownValue_FindsNothing(string query) => Assert.Equal(0, (await host.SearchAsync(query)).Total);

    [Fact]
    public async Task Search_WithEmptyParameters_IsASearchWithoutThem() =>
        Assert.Equal(Entries.Real.Count, (await host.SearchAsync("q=&country=&theme=&page=&sort=&near=&bbox=&yearFrom=&lang=")).Total);

    [Fact]
    public async Task Search_PageByPage_ShowsEveryEntryOnce()
    {
        var seen = new List<Guid>();
        for (var page = 1; page <= 10; page++)
        {
            seen.AddRange((await host.SearchAsync($"q=migration&pageSize=7&page={page}")).Hits.Select(hit => hit.Id));
        }

        Assert.Equal((await host.SearchAsync("q=migration")).Total, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task Search_AskedAgainWithItsTag_Is304()
    {
        using var first = await client.GetAsync(new Uri("/api/search?q=diaspora", UriKind.Relative), Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/search?q=diaspora");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(request, Cancellation);

        Assert.True(first.Headers.CacheControl!.Public);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Search_ForAnyText_IsAnswered()
    {
        foreach (var text in new[] { new string('a', 10_000), string.Concat(Enumerable.Repeat("mirgation ", 1000)), "\"", "😀", "الهجرة", "'; drop table document; --", "a\0b", "NEAR(\"x\" *)" })
        {
            using var response = await client.GetAsync(new Uri($"/api/search?q={Uri.EscapeDataString(text)}", UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task Suggest_ForABeginning_AnswersWithAddresses()
    {
        var answer = await client.GetFromJsonAsync<SuggestResponse>(new Uri("/api/search/suggest?q=mold&lang=fr", UriKind.Relative), Cancellation);

        Assert.Contains(answer!.Suggestions, suggestion => suggestion is { Kind: "country", Url: "/countries/md" });
        Assert.Empty((await client.GetFromJsonAsync<SuggestResponse>(new Uri("/api/search/suggest", UriKind.Relative), Cancellation))!.Suggestions);
    }

    [Fact]
    public async Task Map_WithFilters_CountsTheMatchingEntries()
    {
        var map = await client.GetFromJsonAsync<MapResponse>(new Uri("/api/search/map?country=KE&zoom=5", UriKind.Relative), Cancellation);
        using var wrong = await client.GetAsync(new Uri("/api/search/map?zoom=99", UriKind.Relative), Cancellation);

        Assert.Equal((await host.SearchAsync("country=KE")).Total, map!.Countries.Single(country => country.Code == "KE").Count);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task OpenApi_HoldsWhatIsCommitted() => Assert.Empty(await OpenApiContract.RemovedAsync(client, "services/Search/openapi.json", Cancellation));
}
