using System.Runtime.InteropServices;
using PfP.Contracts.Gateway;

namespace PfP.Gateway.Views;

/// <summary>Counts per day and entry or file in memory: nothing about the reader is kept, so nothing about the reader can leak.</summary>
internal sealed class ViewCounter(TimeProvider time)
{
    // Only what was found is counted, so the catalogue's size bounds this; the limit is for a portal gone wrong.
    private const int Most = 50_000;

    private readonly Lock _lock = new();
    private Dictionary<(DateOnly Day, string Kind, string Slug), int> _views = [];
    private Dictionary<(DateOnly Day, Guid File), int> _downloads = [];

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public void CountView(string kind, string slug)
    {
        lock (_lock)
        {
            Count(_views, (Today, kind, slug));
        }
    }

    public void CountDownload(Guid file)
    {
        lock (_lock)
        {
            Count(_downloads, (Today, file));
        }
    }

    /// <summary>Hands over what was counted since the last call, one event a day.</summary>
    public IReadOnlyList<EntriesViewed> Take()
    {
        Dictionary<(DateOnly Day, string Kind, string Slug), int> views;
        Dictionary<(DateOnly Day, Guid File), int> downloads;
        lock (_lock)
        {
            (views, _views) = (_views, []);
            (downloads, _downloads) = (_downloads, []);
        }

        var viewsOf = views.ToLookup(view => view.Key.Day, view => new EntryViews(view.Key.Kind, view.Key.Slug, view.Value, Downloads: 0));
        var downloadsOf = downloads.ToLookup(download => download.Key.Day, download => new FileDownloads(download.Key.File, download.Value));
        var days = viewsOf.Select(day => day.Key).Union(downloadsOf.Select(day => day.Key)).Order();
        return [.. days.Select(day => new EntriesViewed(day, [.. viewsOf[day]]) { Files = [.. downloadsOf[day]] })];
    }

    private static void Count<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull
    {
        if (counts.Count < Most || counts.ContainsKey(key))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
        }
    }
}
