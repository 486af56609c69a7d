using System.Collections.Concurrent;
using PfP.Search.Indexing;
using PfP.Vocabularies;

namespace PfP.Search.Engines.Embedded;

/// <summary>Numbers the values of all facets, so that counting them is adding to an array. One writer, any number of readers.</summary>
internal sealed class FacetValues
{
    private readonly ConcurrentDictionary<(Facet Facet, string Value), int> ordinals = new();
    private (Facet Facet, string Value)[] values = new (Facet, string)[256];
    private volatile int count;

    public FacetValues()
    {
        // Before any call is there: which of them apply is known at the time of a search.
        foreach (var status in Vocabulary.CallStatuses)
        {
            Add(Facet.CallStatus, status.Value);
        }
    }

    public int Count => count;

    public (Facet Facet, string Value) this[int ordinal] => values[ordinal];

    public int? Find(Facet facet, string value) => ordinals.TryGetValue((facet, value), out var ordinal) ? ordinal : null;

    public int Add(Facet facet, string value)
    {
        if (ordinals.TryGetValue((facet, value), out var ordinal))
        {
            return ordinal;
        }
        ordinal = count;
        if (ordinal == values.Length)
        {
            Array.Resize(ref values, ordinal * 2);
        }
        values[ordinal] = (facet, value);
        count = ordinal + 1;
        ordinals[(facet, value)] = ordinal;
        return ordinal;
    }
}
