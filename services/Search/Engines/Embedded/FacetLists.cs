using PfP.Contracts.Search.Api;
using PfP.Search.Indexing;
using PfP.Search.Queries;

namespace PfP.Search.Engines.Embedded;

/// <summary>Shows counted facet values: the most frequent first, with their names, and the selected ones whatever their counts.</summary>
internal static class FacetLists
{
    /// <summary>More values of a facet nobody reads; the selected ones are always among them.</summary>
    private const int MostValues = 250;

    public static IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Of(FacetValues values, Func<int, int> countOf, SeenNames names, SearchFilters asked, string language)
    {
        var byFacet = Facets.All.ToDictionary(facet => facet, _ => new List<FacetValue>());
        for (var ordinal = 0; ordinal < values.Count; ordinal++)
        {
            var ((facet, value), count) = (values[ordinal], countOf(ordinal));
            if (count > 0 || asked.IsSelected(facet, value))
            {
                byFacet[facet].Add(new FacetValue(value, FacetLabels.Find(facet, value, language) ?? names.Label(facet, value) ?? value, count, asked.IsSelected(facet, value)));
            }
        }
        return byFacet.ToDictionary(facet => facet.Key.Name(), IReadOnlyList<FacetValue> (facet) => Ordered(facet.Value));
    }

    private static List<FacetValue> Ordered(List<FacetValue> values)
    {
        values.Sort((left, right) => (right.Count - left.Count) is not 0 and var byCount ? byCount : string.CompareOrdinal(left.Label, right.Label));
        return values.Count <= MostValues ? values : [.. values.Where((value, index) => index < MostValues || value.Selected)];
    }
}
