using PfP.Contracts.Search.Api;
using PfP.Search.Engines;
using PfP.Search.Queries;

namespace PfP.Search.Tests;

/// <summary>Asks an index in the words of the query string.</summary>
internal static class Ask
{
    public static SearchRequest Request(string query, DateTimeOffset now = default)
    {
        var reader = new RequestReader(SearchParameters.Of(query));
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
