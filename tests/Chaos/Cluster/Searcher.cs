using System.Diagnostics;
using PfP.Vocabularies;

namespace PfP.Chaos.Cluster;

/// <summary>A visitor who searches all the time, for words and by country, and notes what failed and when.</summary>
internal sealed class Searcher(Uri search) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Texts = ["domestic workers", "recruiters register", "remitances", "skills recognition nurses", "pension", "diaspora investment"];
    private readonly HttpClient http = new() { BaseAddress = search, Timeout = TimeSpan.FromSeconds(5) };
    private readonly List<(long At, string What)> failures = [];

    public int Asked { get; private set; }

    /// <summary>When each was noticed, by the clock of <see cref="Stopwatch"/>.</summary>
    public IReadOnlyList<(long At, string What)> Failures => failures;

    /// <summary>Ends after the search it was at when it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await FailureAsync(Query(Asked++)) is { } failure)
            {
                failures.Add((Stopwatch.GetTimestamp(), failure));
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => http.Dispose();

    private static string Query(int number) => (number % 3) switch
    {
        0 => $"q={Uri.EscapeDataString(Texts[number % Texts.Length])}",
        1 => $"kind=practice&country={Countries.All[number % Countries.All.Count].Code}",
        _ => $"q={Uri.EscapeDataString(Texts[number % Texts.Length])}&theme={Vocabulary.Themes[number % Vocabulary.Themes.Count].Value}&sort=newest",
    };

    private async Task<string?> FailureAsync(string query)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"/api/search?{query}", UriKind.Relative), CancellationToken.None);
            return answer.IsSuccessStatusCode ? null : $"{(int)answer.StatusCode} for {query}: {await answer.Content.ReadAsStringAsync(CancellationToken.None)}";
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return $"{exception.Message} for {query}";
        }
    }
}
