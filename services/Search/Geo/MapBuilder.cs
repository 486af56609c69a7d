using PfP.Contracts.Search.Api;
using PfP.Search.Indexing;
using PfP.Vocabularies;

namespace PfP.Search.Geo;

/// <summary>
/// Puts entries into map buckets: per country, and per cell of a grid over the Web Mercator tiles. An entry stands at each of its stated
/// places, else at the position of each of its countries; in one cell it counts once.
/// </summary>
internal sealed class MapBuilder(int zoom, string language, BoundingBox? box)
{
    /// <summary>Cells per tile and direction: 64 pixels of a tile of 256.</summary>
    private const int CellsPerTile = 4;

    private const int MostUnplacedListed = 100;

    private const double MercatorLimit = 85.05112878;

    private readonly Dictionary<string, int> countries = [];
    private readonly Dictionary<(int X, int Y), Cluster> clusters = [];
    private readonly int cells = CellsPerTile << zoom;
    private readonly List<SearchDocument> unplaced = [];

    public void Add(SearchDocument entry)
    {
        foreach (var code in entry.Countries)
        {
            countries[code] = countries.GetValueOrDefault(code) + 1;
        }
        var points = entry.Places.Count > 0 ? Geography.StatedPlacesOf(entry) : CountryPositions(entry);
        var placed = false;
        foreach (var point in points)
        {
            placed = true;
            if (box is null || box.Contains(point.Latitude, point.Longitude))
            {
                var cell = Cell(point);
                (clusters.GetValueOrDefault(cell) ?? (clusters[cell] = new Cluster())).Add(point, entry);
            }
        }

        if (!placed)
        {
            unplaced.Add(entry);
        }
    }

    public MapResponse Build() => new(
        [.. countries.Select(country => new MapCountry(country.Key, Countries.Find(country.Key)?.Name.In(language) ?? country.Key, country.Value))
            .OrderByDescending(country => country.Count).ThenBy(country => country.Name, StringComparer.Ordinal)],
        [.. clusters.OrderByDescending(cluster => cluster.Value.Count).ThenBy(cluster => cluster.Key).Select(cluster => cluster.Value.Build(language))],
        unplaced.Count,
        [.. unplaced.Select(entry => Named(entry, language)).OrderBy(entry => entry.Title, StringComparer.OrdinalIgnoreCase).Take(MostUnplacedListed)]);

    private static MapEntry Named(SearchDocument entry, string language)
    {
        var shown = entry.LanguageFor(language);
        return new(entry.Kind, entry.Slug, entry.Url, entry.Texts[shown].Title, shown);
    }

    private static IEnumerable<GeoPoint> CountryPositions(SearchDocument entry) =>
        entry.Countries.Select(Countries.Find).OfType<Country>().Select(country => new GeoPoint(country.Latitude, country.Longitude));

    private (int X, int Y) Cell(GeoPoint point)
    {
        var latitude = double.DegreesToRadians(Math.Clamp(point.Latitude, -MercatorLimit, MercatorLimit));
        var x = (point.Longitude + 180) / 360;
        var y = (1 - (Math.Asinh(Math.Tan(latitude)) / Math.PI)) / 2;
        return (Math.Clamp((int)(x * cells), 0, cells - 1), Math.Clamp((int)(y * cells), 0, cells - 1));
    }

    private sealed class Cluster
    {
        private (double West, double South, double East, double North) extent = (180, 90, -180, -90);
        private SearchDocument? last;
        private double sumOfLatitudes;
        private double sumOfLongitudes;
        private int points;

        public int Count { get; private set; }

        public void Add(GeoPoint point, SearchDocument entry)
        {
            extent = (Math.Min(extent.West, point.Longitude), Math.Min(extent.South, point.Latitude),
                Math.Max(extent.East, point.Longitude), Math.Max(extent.North, point.Latitude));
            sumOfLatitudes += point.Latitude;
            sumOfLongitudes += point.Longitude;
            points++;
            Count += ReferenceEquals(last, entry) ? 0 : 1;
            last = entry;
        }

        public MapCluster Build(string language) => new(
            Math.Round(sumOfLatitudes / points, 5), Math.Round(sumOfLongitudes / points, 5), Count,
            [extent.West, extent.South, extent.East, extent.North], Count == 1 ? Named(last!, language) : null);
    }
}
