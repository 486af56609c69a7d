using PfP.Contracts.Search.Api;
using PfP.Portal.Clients;
using PfP.Portal.Searching;
using PfP.Portal.Text;

namespace PfP.Portal.Components.Pages.Map;

/// <summary>Collects what the map page shows: from search, or without filters from the catalogue while search is down.</summary>
internal sealed class MapReader(SearchClient search, CatalogueClient catalogue)
{
    // What is chosen on the map itself.
    private static readonly string[] Places = ["country", "region", "bbox"];

    public async Task<MapView> ReadAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var background = Places.Aggregate(query.WithoutPaging(), (rest, name) => rest.With(name, null));
        var isChosen = Places.Any(name => query.Get(name) is not null);
        var map = search.MapAsync(background, cancellationToken);
        var all = search.SearchAsync(background.With("pageSize", "1"), cancellationToken);
        var chosen = isChosen ? search.SearchAsync(query, cancellationToken) : Task.FromResult(new Answer<SearchResponse>(AnswerState.Missing));

        var (places, facets, found) = (await map, await all, await chosen);
        if (places.Value is null || facets.Value is null)
        {
            return await WithoutSearchAsync(background, query, cancellationToken);
        }

        return new MapView(
            background,
            places.Value.Countries,
            facets.Value.Facets,
            places.Value.Unplaced,
            places.Value.UnplacedEntries,
            found.Value,
            query.All("country"),
            Incomplete: isChosen && found.Value is null);
    }

    private async Task<MapView> WithoutSearchAsync(SearchQuery background, SearchQuery query, CancellationToken cancellationToken)
    {
        var statistics = background.Narrows ? null : (await catalogue.StatisticsAsync(cancellationToken)).Value;
        var countries = (statistics?.ByCountry ?? new Dictionary<string, int>())
            .Where(pair => pair.Value > 0)
            .Select(pair => new MapCountry(pair.Key, Labels.Country(pair.Key), pair.Value));
        return MapView.Empty with { Background = background, Countries = [.. countries], Chosen = query.All("country"), Incomplete = true };
    }
}
