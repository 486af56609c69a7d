using System.Runtime.InteropServices;
using PfP.Search.Queries;

namespace PfP.Search.QueryCounts;

/// <summary>
/// Counts per day and text in memory: nothing about the reader is kept, so nothing about the reader can leak. What it sees is what this service
/// is asked. So a text is not counted again where the gateway answers with its copy of a page (up to half a minute old, to readers without a
/// session), or a client with its own (304); and robots, which are asked to stay away from searches, count as readers where they do not.
/// </summary>
internal sealed class QueryCounter(TimeProvider clock)
{
    /// <summary>Between two writes. Somebody who asks for ever new texts fills this and no more; others then go uncounted for a moment.</summary>
    private const int MostTexts = 10_000;

    private readonly Lock gate = new();
    private Dictionary<(string Text, DateOnly Day), (int Asked, int Empty)> counts = [];

    public void Count(SearchRequest request, int total)
    {
        if (!IsReadersFirst(request) || CountedText.Of(request.Text!) is not { } text)
        {
            return;
        }
        var key = (text, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        lock (gate)
        {
            if (counts.Count < MostTexts || counts.ContainsKey(key))
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
                count = (count.Asked + 1, count.Empty + (total == 0 ? 1 : 0));
            }
        }
    }

    /// <summary>Hands over what was counted since the last call, in the order of the texts.</summary>
    public IReadOnlyList<QueryCount> Take()
    {
        Dictionary<(string Text, DateOnly Day), (int Asked, int Empty)> taken;
        lock (gate)
        {
            (taken, counts) = (counts, []);
        }
        return [.. taken.Select(count => new QueryCount(count.Key.Text, count.Key.Day, count.Value.Asked, count.Value.Empty)).OrderBy(count => count.Text, StringComparer.Ordinal).ThenBy(count => count.Day)];
    }

    /// <summary>
    /// A text alone, as the search page asks for it first. Filters, orders and further pages are the same reader looking closer, and what a
    /// filter leaves out says nothing about the words. Pages that only look whether there is something ask for another number of hits.
    /// </summary>
    private static bool IsReadersFirst(SearchRequest request) =>
        request is { Text: not null, Page: 1, PageSize: RequestReader.UsualPage, Sort: SortOrder.Relevance } && request.Filters.IsNone;
}
