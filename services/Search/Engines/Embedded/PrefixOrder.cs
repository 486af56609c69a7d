namespace PfP.Search.Engines.Embedded;

/// <summary>Words in alphabetical order for look-ups by beginning: a large sorted part, and the newest words beside it until they are worth merging.</summary>
internal sealed class PrefixOrder
{
    private const int FewestRecent = 512;

    private volatile State state = new([], []);

    public void Add(Lexicon.Word word)
    {
        var current = state;
        Lexicon.Word[] recent = [.. current.Recent, word];
        if (recent.Length < Math.Max(FewestRecent, current.Sorted.Length / 8))
        {
            state = current with { Recent = recent };
            return;
        }
        Lexicon.Word[] sorted = [.. current.Sorted, .. recent];
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Folded, right.Folded));
        state = new(sorted, []);
    }

    public IEnumerable<Lexicon.Word> StartingWith(string beginning)
    {
        var (sorted, recent) = state;
        for (var index = FirstAtOrAfter(sorted, beginning); index < sorted.Length && sorted[index].Folded.StartsWith(beginning, StringComparison.Ordinal); index++)
        {
            yield return sorted[index];
        }
        foreach (var word in recent)
        {
            if (word.Folded.StartsWith(beginning, StringComparison.Ordinal))
            {
                yield return word;
            }
        }
    }

    private static int FirstAtOrAfter(Lexicon.Word[] sorted, string beginning)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(sorted[middle].Folded, beginning) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    private sealed record State(Lexicon.Word[] Sorted, Lexicon.Word[] Recent);
}
