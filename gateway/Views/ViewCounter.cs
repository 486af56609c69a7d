using System.Runtime.InteropServices;
using PfP.Contracts.Gateway;

namespace PfP.Gateway.Views;

/// <summary>Counts per day and entry in memory: nothing about the reader is kept, so nothing about the reader can leak.</summary>
internal sealed class ViewCounter(TimeProvider time)
{
    // Only pages that were found are counted, so the catalogue's size bounds this; the limit is for a portal gone wrong.
    private const int MostEntries = 50_000;

    private readonly Lock _lock = new();
    private Dictionary<(DateOnly Day, string Kind, string Slug), int> _views = [];

    public void Count(string kind, string slug)
    {
        var key = (DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), kind, slug);
        lock (_lock)
        {
            if (_views.Count < MostEntries || _views.ContainsKey(key))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_views, key, out _)++;
            }
        }
    }

    /// <summary>Hands over what was counted since the last call, one event a day.</summary>
    public IReadOnlyList<EntriesViewed> Take()
    {
        Dictionary<(DateOnly Day, string Kind, string Slug), int> counted;
        lock (_lock)
        {
            (counted, _views) = (_views, []);
        }

        return
        [
            .. counted.GroupBy(view => view.Key.Day).OrderBy(day => day.Key)
                .Select(day => new EntriesViewed(day.Key, [.. day.Select(view => new EntryViews(view.Key.Kind, view.Key.Slug, view.Value, Downloads: 0))])),
        ];
    }
}
