using System.Net.Http.Json;
using PfP.Contracts.Search.Api;

namespace PfP.Chaos.Checks;

/// <summary>What search answers.</summary>
internal sealed class SearchedState(Uri search) : IDisposable
{
    private const int PageSize = 100;

    // Search shows no more of a result.
    private const int DeepestHit = 10_000;
    private readonly HttpClient http = new() { BaseAddress = search, Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Every practice it lists, as often as it lists it; null where there are more than it shows.</summary>
    public async Task<IReadOnlyList<SearchHit>?> AllPracticesAsync(CancellationToken cancellationToken)
    {
        var hits = new List<SearchHit>();
        for (var page = 1; ; page++)
        {
            var answer = await AskAsync($"kind=practice&sort=title&page={page}&pageSize={PageSize}", cancellationToken);
            if (answer.Total > DeepestHit)
            {
                return null;
            }

            hits.AddRange(answer.Hits);
            if (page * PageSize >= answer.Total)
            {
                return hits;
            }
        }
    }

    public async Task<int> CountPracticesAsync(CancellationToken cancellationToken) =>
        (await AskAsync("kind=practice&pageSize=1", cancellationToken)).Total;

    /// <summary>That entry, as often as the answer to a word lists it.</summary>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string word, Guid entry, CancellationToken cancellationToken) =>
        [.. (await AskAsync($"q={word}&pageSize={PageSize}", cancellationToken)).Hits.Where(hit => hit.Id == entry)];

    public void Dispose() => http.Dispose();

    private async Task<SearchResponse> AskAsync(string query, CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<SearchResponse>(new Uri($"/api/search?{query}", UriKind.Relative), cancellationToken))!;
}
