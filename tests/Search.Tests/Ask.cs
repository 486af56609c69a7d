using Microsoft.AspNetCore.Http;
using PfP.Contracts.Search.Api;
using PfP.Search.Engines;
using PfP.Search.Queries;

namespace PfP.Search.Tests;

/// <summary>Asks an index in the words of the query string.</summary>
internal static class Ask
{
    public static SearchRequest Request(string query, DateTimeOffset now = default)
    {
        var values = new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query));
        var parameters = new SearchParameters
        {
            Text = values["q"],
            Kind = values["kind"],
            Theme = values["theme"],
            Country = values["country"],
            Partner = values["partner"],
            Region = values["region"],
            Organisation = values["organisation"],
            OrganisationType = values["organisationType"],
            Gcm = values["gcm"],
            Sdg = values["sdg"],
            Summit = values["summit"],
            WorkingGroup = values["workingGroup"],
            Status = values["status"],
            CallStatus = values["callStatus"],
            CallType = values["callType"],
            Year = values["year"],
            Has = values["has"],
            YearFrom = values["yearFrom"],
            YearTo = values["yearTo"],
            Bbox = values["bbox"],
            Near = values["near"],
            DistanceKm = values["distanceKm"],
            Sort = values["sort"],
            Page = values["page"],
            PageSize = values["pageSize"],
            Lang = values["lang"],
        };
        var reader = new RequestReader(parameters);
        var request = reader.Read(now);
        Assert.Empty(reader.Errors);
        return request;
    }

    public static async Task<SearchResponse> SearchAsync(this ISearchIndex index, string query, DateTimeOffset now = default) =>
        await index.SearchAsync(Request(query, now), TestContext.Current.CancellationToken);

    /// <summary>The whole matching set.</summary>
    public static async Task<IReadOnlyList<SearchHit>> AllAsync(this ISearchIndex index, string query)
    {
        var hits = new List<SearchHit>();
        for (var page = 1; ; page++)
        {
            var answer = await index.SearchAsync($"{query}&pageSize=100&page={page}");
            hits.AddRange(answer.Hits);
            if (hits.Count >= answer.Total || answer.Hits.Count == 0)
            {
                Assert.Equal(answer.Total, hits.Count);
                return hits;
            }
        }
    }

    public static async Task<IEnumerable<string>> SlugsAsync(this ISearchIndex index, string query) => (await index.AllAsync(query)).Select(hit => hit.Slug);

    public static Task ApplyAsync(this ISearchIndex index, params IndexChange[] changes) => index.ApplyAsync(changes, TestContext.Current.CancellationToken);
}
