using System.Diagnostics;
using System.Globalization;
using PfP.Benchmarks.Search;
using PfP.Contracts.Catalogue;
using PfP.Testing;

namespace PfP.Benchmarks.Indexing;

/// <summary>Single entries with a word of their own each: how long from the broker's confirmation until search finds one.</summary>
internal sealed class Probes(FakeProducer catalogue, IndexedService search)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly EntryPublished Pattern = new Corpus(seed: 1).Entries(1).Single();
    private int made;

    /// <summary>How many there are, which search finds besides all else.</summary>
    public int Made => made;

    public async Task<TimeSpan> LagAsync()
    {
        var word = $"probe{Letters(made++)}q";
        var id = Guid.CreateVersion7();
        var text = Pattern.Texts["en"] with { Body = word };
        await catalogue.PublishAsync(id, Pattern with { EntryId = id, Slug = word, Texts = new Dictionary<string, EntryText> { ["en"] = text } });
        var began = Stopwatch.GetTimestamp();
        while (!await IsFoundAsync(word))
        {
            await Task.Delay(Pause);
        }

        return Stopwatch.GetElapsedTime(began);
    }

    public static string Describe(IReadOnlyCollection<TimeSpan> lags)
    {
        var sorted = lags.Order().ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {sorted[sorted.Length / 2].TotalSeconds:0.00} s, p95 {sorted[(int)(sorted.Length * 0.95)].TotalSeconds:0.00} s, longest {sorted[^1].TotalSeconds:0.00} s, of {sorted.Length}");
    }

    // Far enough from each other for any typo.
    private static string Letters(int number) => string.Concat(number.ToString("000", CultureInfo.InvariantCulture).Select(digit => new string((char)('a' + digit - '0'), 3)));

    private async Task<bool> IsFoundAsync(string word)
    {
        try
        {
            return await search.CountAsync($"q={word}") == 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            // It has just been killed.
            return false;
        }
    }
}
