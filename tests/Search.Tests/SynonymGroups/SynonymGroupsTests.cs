using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PfP.Contracts;
using PfP.Contracts.Search.Api;
using PfP.Search.Tests.Hosting;

namespace PfP.Search.Tests.SynonymGroups;

/// <summary>The secretariat's editor of synonyms: what it takes, and what it keeps of that.</summary>
public sealed class SynonymGroupsTests(SearchHost host) : IClassFixture<SearchHost>
{
    private const string Api = "/api/search/synonyms";
    private readonly Guid moderator = Guid.CreateVersion7();

    public static TheoryData<string?[]?, string[]> Wrong => new()
    {
        { null, ["expressions"] },
        { [], ["expressions"] },
        { ["alone", " ", null], ["expressions"] },
        { [.. Enumerable.Range(1, 21).Select(number => $"number{number}")], ["expressions"] },
        { ["good", new string('a', 101)], ["expressions[1]"] },
        { ["two\nlines", "good"], ["expressions[0]"] },
        { ["good", "a\0b"], ["expressions[1]"] },
        { ["good", " ?! ", "😀"], ["expressions[1]", "expressions[2]"] },
        { ["good", "the of"], ["expressions[1]"] },
        { ["good", "UN Migration"], ["expressions[1]"] },
        { ["good", "one two three four five six seven eight nine ten eleven twelve thirteen"], ["expressions[1]"] },
        { ["Señal", "signal", "SENAL"], ["expressions[2]"] },
        { ["lighthouse", "the lighthouses keepers", "lighthouses keeper"], ["expressions[2]"] },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Group_IsAdded_Read_Changed_AndRemoved()
    {
        var added = await AddAsync([" Zebra crossing ", "", "pedestrian crossing"]);
        Assert.Equal((1, false), (added.Version, added.IsOneWay));
        Assert.Equal(["Zebra crossing", "pedestrian crossing"], added.Expressions);

        using (var changed = await SendAsync(HttpMethod.Put, $"{Api}/{added.Id}", new SynonymGroupRequest(["Zebra crossing", "footway"], true), 1))
        {
            Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.StatusCode, changed.Headers.ETag!.Tag));
        }
        using (var read = await SendAsync(HttpMethod.Get, $"{Api}/{added.Id}"))
        {
            var group = (await read.Content.ReadFromJsonAsync<SynonymGroupResponse>(Cancellation))!;
            Assert.Equal(("\"2\"", 2, true, true), (read.Headers.ETag!.Tag, group.Version, group.IsOneWay, read.Headers.CacheControl!.NoStore));
            Assert.Equal(["Zebra crossing", "footway"], group.Expressions);
        }

        using var removed = await SendAsync(HttpMethod.Delete, $"{Api}/{added.Id}", version: 2);
        using var gone = await SendAsync(HttpMethod.Get, $"{Api}/{added.Id}");
        using var again = await SendAsync(HttpMethod.Delete, $"{Api}/{added.Id}", version: 2);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (removed.StatusCode, gone.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task Change_IsAudited_WithoutItsWords()
    {
        var added = await AddAsync(["audited word", "audited phrase"]);
        using var changed = await SendAsync(HttpMethod.Put, $"{Api}/{added.Id}", new SynonymGroupRequest(["audited word", "audited phrase"], true), 1);
        using var same = await SendAsync(HttpMethod.Put, $"{Api}/{added.Id}", new SynonymGroupRequest(["audited word", "audited phrase"], true), 2);
        using var removed = await SendAsync(HttpMethod.Delete, $"{Api}/{added.Id}", version: 2);

        Assert.Equal(
            "synonyms added 1 expressions,isOneWay/synonyms changed 2 isOneWay/synonyms removed 2 ",
            await host.ScalarAsync<string>($"""
                select string_agg(concat_ws(' ', action, version, array_to_string(fields, ',')), '/' order by id) from audit
                where subject_id = '{added.Id}' and actor = 'member:{moderator}'
                """));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Group_ThatIsWrong_Is400AndNamesWhatIs(string?[]? expressions, string[] fields)
    {
        using var answer = await SendAsync(HttpMethod.Post, Api, new SynonymGroupRequest(expressions!, false));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(fields, await FieldsAsync(answer));
    }

    [Fact]
    public async Task Expression_OfAnotherGroup_IsRefused_WithThatGroup_ButMayBeFoundByBoth()
    {
        var known = await AddAsync(["Harbour pilot", "marine pilot"]);

        using var taken = await SendAsync(HttpMethod.Post, Api, new SynonymGroupRequest(["helmsman", "HARBOUR pilots"], false));
        using var found = await SendAsync(HttpMethod.Post, Api, new SynonymGroupRequest(["helmsman", "harbour pilot"], true));
        using var changed = await SendAsync(HttpMethod.Put, $"{Api}/{known.Id}", new SynonymGroupRequest(["Harbour pilots", "Helmsman"], false), 1);
        using var own = await SendAsync(HttpMethod.Put, $"{Api}/{known.Id}", new SynonymGroupRequest(["harbour pilots", "marine pilots"], false), 1);

        Assert.Equal(["expressions[1]"], await FieldsAsync(taken));
        Assert.Contains("Harbour pilot, marine pilot", await taken.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, found.StatusCode);
        Assert.Equal(["expressions[1]"], await FieldsAsync(changed));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task Change_OfWhatSomebodyElseHasChanged_Is412_AndWithoutAVersion428()
    {
        var added = await AddAsync(["tugboat", "towboat"]);
        var body = new SynonymGroupRequest(["tugboat", "tug"], false);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => SendAsync(HttpMethod.Put, $"{Api}/{added.Id}", new SynonymGroupRequest(["tugboat", $"tug number{number}"], false), 1)));
        using var old = await SendAsync(HttpMethod.Delete, $"{Api}/{added.Id}", version: 1);
        using var unversioned = await SendAsync(HttpMethod.Put, $"{Api}/{added.Id}", body);
        using var missing = await SendAsync(HttpMethod.Put, $"{Api}/{Guid.CreateVersion7()}", body, 1);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionFailed], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal((HttpStatusCode.PreconditionFailed, (HttpStatusCode)428, HttpStatusCode.NotFound), (old.StatusCode, unversioned.StatusCode, missing.StatusCode));
    }

    [Fact]
    public async Task Group_SentTwiceWithItsKey_IsOne_AndAtTheSameTimeWithoutIt_TheSecondIsRefused()
    {
        var body = new SynonymGroupRequest(["dry dock", "graving dock"], false);

        var keyed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(HttpMethod.Post, Api, body, key: "the same")));
        var ids = await Task.WhenAll(keyed.Select(answer => answer.Content.ReadFromJsonAsync<SynonymGroupResponse>(Cancellation)));
        var keyless = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(HttpMethod.Post, Api, new SynonymGroupRequest(["wet dock", "basin"], false))));

        Assert.Single(ids.Select(group => group!.Id).Distinct());
        Assert.Single(keyless, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(3, keyless.Count(answer => answer.StatusCode == HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task List_IsInTheOrderOfTheAlphabet_PageByPage()
    {
        foreach (var name in new[] { "ångström", "Anchor", "zenith" })
        {
            await AddAsync([$"order {name}", $"{name} in order"]);
        }

        var all = await ListAsync("pageSize=100");
        var one = await ListAsync("pageSize=1&page=2");
        using var wrong = await SendAsync(HttpMethod.Get, $"{Api}?page=0");

        Assert.Equal(["order Anchor", "order ångström", "order zenith"], all.Items.Select(group => group.Expressions[0]).Where(name => name.StartsWith("order ", StringComparison.Ordinal)));
        Assert.Equal((all.Total, all.Items[1].Id), (one.Total, Assert.Single(one.Items).Id));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    private async Task<SynonymGroupResponse> AddAsync(IReadOnlyList<string> expressions)
    {
        using var answer = await SendAsync(HttpMethod.Post, Api, new SynonymGroupRequest(expressions, false));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var group = (await answer.Content.ReadFromJsonAsync<SynonymGroupResponse>(Cancellation))!;
        Assert.Equal(($"{Api}/{group.Id}", "\"1\""), (answer.Headers.Location!.OriginalString, answer.Headers.ETag!.Tag));
        return group;
    }

    private async Task<Page<SynonymGroupResponse>> ListAsync(string query)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"{Api}?{query}");
        return (await answer.Content.ReadFromJsonAsync<Page<SynonymGroupResponse>>(Cancellation))!;
    }

    private static async Task<string[]> FieldsAsync(HttpResponseMessage answer) =>
        [.. (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errors").EnumerateObject().Select(error => error.Name)];

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, int? version = null, string? key = null) =>
        host.AskAsync(moderator, method, path, body, "moderator", version, key);
}
