using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PfP.Contracts.Identity;
using PfP.Contracts.Search.Api;
using PfP.Search.Tests.Hosting;
using PfP.Testing;

namespace PfP.Search.Tests.SavedSearches;

public sealed class SavedSearchesApiTests(SearchHost host) : IClassFixture<SearchHost>
{
    private const string Api = "/api/search/saved";
    private readonly Guid member = Guid.CreateVersion7();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_AnswersWithTheRecordAndListsItFirst()
    {
        var first = await SaveAsync("Money sent home", "theme=remittances");
        var second = await SaveAsync("  Between us  ", "?country=md&partner=CH");

        Assert.Equal(("Between us", "country=MD&partner=CH"), (second.Name, second.Query));
        Assert.Equal([second, first], await ListAsync());
        using var list = await host.AskAsync(member, HttpMethod.Get, Api);
        Assert.True(list.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("theme=women&theme=remittances&country=md&q=%20cash%20transfers%20", "q=cash%20transfers&theme=remittances&theme=women&country=MD")]
    [InlineData("country=MD&q=cash transfers&theme=remittances&page=3&pageSize=50&sort=title&lang=fr&theme=women&theme=women&other=1", "q=cash%20transfers&theme=remittances&theme=women&country=MD")]
    [InlineData("yearTo=2020&yearFrom=2010&kind=", "yearFrom=2010&yearTo=2020")]
    [InlineData("publishedTo=2025-12-31&publishedFrom=2025-01-01", "publishedFrom=2025-01-01&publishedTo=2025-12-31")]
    [InlineData("theme=women&near=1,2", "theme=women")]
    [InlineData("near=1.5,-2&distanceKm=100&bbox=-18,4,16,25", "bbox=-18%2C4%2C16%2C25&near=1.5%2C-2&distanceKm=100")]
    [InlineData("organisation=%F0%9F%98%80&q=a%26b%3Dc", "q=a%26b%3Dc&organisation=%F0%9F%98%80")]
    public async Task Save_WritesTheQueryTheOneWay(string query, string canonical)
    {
        var saved = await SaveAsync("Any", query);

        Assert.Equal(canonical, saved.Query);
        Assert.Equal(saved, await SaveAsync("Another name", saved.Query, HttpStatusCode.OK));
    }

    [Fact]
    public async Task Save_OfTheSameSearchAtTheSameMoment_IsOne()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.AskAsync(member, HttpMethod.Post, Api, new SavedSearchRequest("Same", "q=same"))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Single(await ListAsync());
    }

    [Theory]
    [InlineData("", "theme=women", "name")]
    [InlineData(null, "theme=women", "name")]
    [InlineData("two\nlines", "theme=women", "name")]
    [InlineData("Any", "", "query")]
    [InlineData("Any", null, "query")]
    [InlineData("Any", "sort=title&page=2&near=1,1", "query")]
    [InlineData("Any", "q=%20", "query")]
    [InlineData("Any", "country=Moldova", "country")]
    [InlineData("Any", "theme=women&bbox=1,2", "bbox")]
    [InlineData("Any", "theme=women&distanceKm=5", "near")]
    public async Task Save_OfWhatIsWrong_Is400AndNamesIt(string? name, string? query, string field)
    {
        using var answer = await host.AskAsync(member, HttpMethod.Post, Api, new SavedSearchRequest(name, query));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([field], (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Save_TakesNamesAndQueriesUpToTheirLimits()
    {
        Assert.Equal(200, (await SaveAsync(new string('é', 200), "q=" + new string('a', 1998))).Name.Length);
        using var name = await host.AskAsync(member, HttpMethod.Post, Api, new SavedSearchRequest(new string('é', 201), "q=b"));
        using var query = await host.AskAsync(member, HttpMethod.Post, Api, new SavedSearchRequest("Any", "q=" + new string('a', 1999)));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (name.StatusCode, query.StatusCode));
    }

    [Fact]
    public async Task Save_OfMoreThanAHundred_Is422_AlsoAtTheSameTime()
    {
        var saved = await SaveAsync("The first", "q=0");
        await host.ScalarAsync<object>($"""
            insert into saved_searches (id, member_id, name, query, saved_at, cursor)
            select gen_random_uuid(), '{member}', 'Search', 'q=' || number, now(), 0 from generate_series(1, 96) as number
            """);

        var answers = await Task.WhenAll(Enumerable.Range(200, 10).Select(number => host.AskAsync(member, HttpMethod.Post, Api, new SavedSearchRequest("More", $"q={number}"))));

        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity).ToList();
        Assert.Equal(7, refused.Count);
        Assert.Contains("100 searches", (await refused[0].Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(saved, await SaveAsync("The first again", "q=0", HttpStatusCode.OK));
        Assert.Equal(100, (await ListAsync()).Count);
    }

    [Fact]
    public async Task Rename_ChangesTheName()
    {
        var saved = await SaveAsync("Before", "q=renamed");

        using var answer = await host.AskAsync(member, HttpMethod.Put, $"{Api}/{saved.Id}", new SavedSearchName(" After "));
        using var wrong = await host.AskAsync(member, HttpMethod.Put, $"{Api}/{saved.Id}", new SavedSearchName(" "));

        Assert.Equal(saved with { Name = "After" }, await answer.Content.ReadFromJsonAsync<SavedSearchResponse>(Cancellation));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("After", Assert.Single(await ListAsync()).Name);
    }

    [Fact]
    public async Task Delete_StopsFollowing()
    {
        var saved = await SaveAsync("Any", "q=deleted");

        using var answer = await host.AskAsync(member, HttpMethod.Delete, $"{Api}/{saved.Id}");
        using var again = await host.AskAsync(member, HttpMethod.Delete, $"{Api}/{saved.Id}");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (answer.StatusCode, again.StatusCode));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Searches_OfAnotherMember_AreNotThere()
    {
        var saved = await SaveAsync("Mine", "q=mine");
        var other = Guid.CreateVersion7();

        using var renamed = await host.AskAsync(other, HttpMethod.Put, $"{Api}/{saved.Id}", new SavedSearchName("Theirs"));
        using var deleted = await host.AskAsync(other, HttpMethod.Delete, $"{Api}/{saved.Id}", role: "administrator");
        var listed = await ListAsync(other);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (renamed.StatusCode, deleted.StatusCode));
        Assert.Empty(listed);
        Assert.Equal([saved], await ListAsync());
    }

    [Fact]
    public async Task OwnData_HasTheSearchesOfWhoeverAsks_AlsoOnceTheyAreNoMember()
    {
        await SaveAsync("Money sent home", "theme=remittances");
        using var others = await host.AskAsync(Guid.CreateVersion7(), HttpMethod.Post, Api, new SavedSearchRequest("Of another", "theme=women"));

        using var answer = await host.AskAsync(member, HttpMethod.Get, "/api/search/own-data", role: "pending");

        var data = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("Money sent home", data, StringComparison.Ordinal);
        Assert.DoesNotContain("Of another", data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErasedMember_LeavesNoSearch()
    {
        var other = Guid.CreateVersion7();
        await SaveAsync("Gone", "q=gone");
        await FailedMessage.AddAsync(host.DatabaseConnectionString, $"{member}", Cancellation);
        using var kept = await host.AskAsync(other, HttpMethod.Post, Api, new SavedSearchRequest("Kept", "q=gone"));

        await host.Catalogue.PublishAsync(member, new MemberErased(member, 9));

        await Eventually.TrueAsync(async () => (await ListAsync()).Count == 0, "the searches are deleted");
        Assert.Single(await ListAsync(other));
        Assert.Empty(await StoredText.TablesWithAsync(host.DatabaseConnectionString, $"{member}", Cancellation));
    }

    private async Task<IReadOnlyList<SavedSearchResponse>> ListAsync(Guid? of = null)
    {
        using var answer = await host.AskAsync(of ?? member, HttpMethod.Get, Api);
        return (await answer.Content.ReadFromJsonAsync<IReadOnlyList<SavedSearchResponse>>(Cancellation))!;
    }

    private async Task<SavedSearchResponse> SaveAsync(string name, string query, HttpStatusCode expected = HttpStatusCode.Created)
    {
        using var answer = await host.AskAsync(member, HttpMethod.Post, Api, new SavedSearchRequest(name, query));
        Assert.Equal(expected, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<SavedSearchResponse>(Cancellation))!;
    }
}
