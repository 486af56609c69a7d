using PfP.Contracts.Catalogue;
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
    private readonly int[] counts = new int[snapshot.FacetValues.Count];
    private readonly DocumentBits? calls = CallsIn(snapshot);

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
                CountAll(document);
            }
            else if (failed == 1 && facet is { } own)
            {
                CountOf(own, document);
            }
        }
        return kept;
    }

    public IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Values(SearchFilters asked, string language) =>
        FacetLists.Of(snapshot.FacetValues, ordinal => ordinal < counts.Length ? counts[ordinal] : 0, snapshot.Names, asked, language);

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

    private static DocumentBits? CallsIn(Snapshot snapshot) =>
        snapshot.PostingsOf(Facet.Kind, EntryKinds.Call) is { Count: > 0 } calls ? new DocumentBits(snapshot.DocumentCount).Add(calls) : null;

    private void CountAll(int document)
    {
        foreach (var ordinal in snapshot.FacetsOf[document])
        {
            counts[ordinal]++;
        }
        CountStatus(document);
    }

    /// <summary>The one value that is not the document's but the clock's.</summary>
    private void CountStatus(int document)
    {
        if (calls?[document] == true && snapshot[document].Entry.CallStatusAt(now) is { } status && snapshot.FacetValues.Find(Facet.CallStatus, status) is { } ordinal)
        {
            counts[ordinal]++;
        }
    }

    private void CountOf(Facet facet, int document)
    {
        if (facet == Facet.CallStatus)
        {
            CountStatus(document);
        }
        foreach (var ordinal in snapshot.FacetsOf[document])
        {
            counts[ordinal] += snapshot.FacetValues[ordinal].Facet == facet ? 1 : 0;
        }
    }
}
