using PfP.Contracts.Search.Api;
using PfP.Search.Indexing;
using PfP.Search.Queries;

namespace PfP.Search.Engines.Embedded;

/// <summary>
/// Narrows matches by all filters and counts facet values on the way. A facet's counts leave out its own selection, so that they say
/// what choosing another value would show: a document that only that selection excludes is counted in that facet alone.
/// </summary>
internal sealed class FacetCounter(Snapshot snapshot, Filter[] filters, DateTimeOffset now)
{
    /// <summary>More values of a facet nobody reads; the selected ones are always among them.</summary>
    private const int MostValues = 250;

    private readonly int[] counts = new int[snapshot.FacetValues.Count];

    public Matches Narrow(Matches matches)
    {
        var kept = new Matches(matches.Count);
        for (var index = 0; index < matches.Count; index++)
        {
            var document = matches.Documents[index];
            var (failed, facet) = Excluded(document);
            if (failed == 0)
            {
                kept.Add(document, matches.Scores[index]);
                CountAll(snapshot[document]);
            }
            else if (failed == 1 && facet is { } own)
            {
                CountOf(own, snapshot[document]);
            }
        }
        return kept;
    }

    public IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Values(SearchFilters asked, string language)
    {
        var byFacet = Facets.All.ToDictionary(facet => facet, _ => new List<FacetValue>());
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            var (facet, value) = snapshot.FacetValues[ordinal];
            if (counts[ordinal] > 0 || asked.IsSelected(facet, value))
            {
                byFacet[facet].Add(new FacetValue(value, Label(facet, value, language), counts[ordinal], asked.IsSelected(facet, value)));
            }
        }
        return byFacet.ToDictionary(facet => facet.Key.Name(), IReadOnlyList<FacetValue> (facet) => Ordered(facet.Value));
    }

    private static List<FacetValue> Ordered(List<FacetValue> values)
    {
        values.Sort((left, right) => (right.Count - left.Count) is not 0 and var byCount ? byCount : string.CompareOrdinal(left.Label, right.Label));
        return values.Count <= MostValues ? values : [.. values.Where((value, index) => index < MostValues || value.Selected)];
    }

    private string Label(Facet facet, string value, string language) => FacetLabels.Find(facet, value, language) ?? snapshot.Names.Label(facet, value) ?? value;

    /// <summary>How many filters exclude the document (counted to two), and the facet of the first.</summary>
    private (int Failed, Facet? Facet) Excluded(int document)
    {
        var (failed, facet) = (0, (Facet?)null);
        foreach (var filter in filters)
        {
            if (!filter.Documents[document])
            {
                if (++failed == 2)
                {
                    break;
                }
                facet = filter.Facet;
            }
        }
        return (failed, facet);
    }

    private void CountAll(IndexedDocument document)
    {
        foreach (var ordinal in document.FacetValues)
        {
            counts[ordinal]++;
        }
        CountStatus(document);
    }

    /// <summary>The one value that is not the document's but the clock's.</summary>
    private void CountStatus(IndexedDocument document)
    {
        if (document.Entry.CallStatusAt(now) is { } status && snapshot.FacetValues.Find(Facet.CallStatus, status) is { } ordinal)
        {
            counts[ordinal]++;
        }
    }

    private void CountOf(Facet facet, IndexedDocument document)
    {
        if (facet == Facet.CallStatus)
        {
            CountStatus(document);
        }
        foreach (var ordinal in document.FacetValues)
        {
            counts[ordinal] += snapshot.FacetValues[ordinal].Facet == facet ? 1 : 0;
        }
    }
}
