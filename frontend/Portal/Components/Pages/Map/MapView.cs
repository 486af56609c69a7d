using PfP.Contracts.Search.Api;
using PfP.Portal.Searching;

namespace PfP.Portal.Components.Pages.Map;

/// <summary>What the map page shows.</summary>
/// <param name="Background">The query without what was chosen on the map: what the map itself shows.</param>
/// <param name="Countries">Countries with entries, and how many.</param>
/// <param name="Facets">Null while search is down.</param>
/// <param name="Unplaced">Entries without country and place; <paramref name="UnplacedEntries"/> are the first of them by title.</param>
/// <param name="Found">The entries of what was chosen; null where nothing is, or while search is down.</param>
/// <param name="Chosen">Countries that were chosen.</param>
public sealed record MapView(
    SearchQuery Background,
    IReadOnlyList<MapCountry> Countries,
    IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>? Facets,
    int Unplaced,
    IReadOnlyList<MapEntry> UnplacedEntries,
    SearchResponse? Found,
    IReadOnlyList<string> Chosen,
    bool Incomplete)
{
    public static MapView Empty { get; } = new(SearchQuery.Empty, [], null, 0, [], null, [], false);
}
