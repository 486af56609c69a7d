using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using PfP.Contracts.Search.Api;
using PfP.Testing;

namespace PfP.Benchmarks.Submit;

/// <summary>Asks search for entries that have just been published until it finds them.</summary>
internal sealed class SearchWatch(ServerProcess search) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = search.Address };
    private readonly ConcurrentBag<Task<TimeSpan>> watched = [];

    public IReadOnlyList<TimeSpan> Waits => [.. watched.Select(watch => watch.Result)];

    public void LookFor(string word, string slug) => watched.Add(WatchAsync(word, slug, Stopwatch.GetTimestamp()));

    public Task UntilFoundAsync() => Task.WhenAll(watched);

    public void Dispose() => http.Dispose();

    private async Task<TimeSpan> WatchAsync(string word, string slug, long published)
    {
        await Eventually.TrueAsync(
            async () => (await http.GetFromJsonAsync<SearchResponse>(new Uri($"/api/search?q={word}&kind=practice", UriKind.Relative)))!.Hits.Any(hit => hit.Slug == slug),
            $"search finds {slug}");
        return Stopwatch.GetElapsedTime(published);
    }
}
