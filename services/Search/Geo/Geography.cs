using System.Collections.Frozen;
using NetTopologySuite.Geometries;
using PfP.Search.Indexing;
using PfP.Vocabularies;

namespace PfP.Search.Geo;

/// <param name="West">May be east of <paramref name="East"/>: then the box crosses the 180th meridian.</param>
public sealed record BoundingBox(double West, double South, double East, double North)
{
    /// <summary>One box, or the two on either side of the 180th meridian.</summary>
    public IEnumerable<Envelope> Parts() =>
        West <= East ? [new Envelope(West, East, South, North)] : [new Envelope(West, 180, South, North), new Envelope(-180, East, South, North)];

    public bool Contains(double latitude, double longitude) => Parts().Any(part => part.Contains(longitude, latitude));
}

public readonly record struct GeoPoint(double Latitude, double Longitude);

/// <summary>Where entries are: at their stated places, else wherever the countries and regions reach that they state.</summary>
internal static class Geography
{
    private static readonly Lazy<CountryOutline[]> Outlines = new(() => [.. Countries.All.Select(CountryOutline.Of)]);

    private static readonly FrozenDictionary<string, int> Numbers = Countries.All.Index().ToFrozenDictionary(country => country.Item.Code, country => country.Index);

    private static readonly FrozenDictionary<string, string[]> CountriesByRegion =
        Vocabulary.Regions.ToFrozenDictionary(region => region.Value, region => Countries.InRegion(region.Value).Select(country => country.Code).ToArray());

    public static int CountryCount => Countries.All.Count;

    /// <summary>Numbers of the countries whose shapes stand for a document without a place of its own.</summary>
    public static IReadOnlyList<int> CountriesStandingFor(SearchDocument document) =>
        [.. document.Countries.Concat(document.StatedRegions.SelectMany(region => CountriesByRegion.GetValueOrDefault(region, [])))
            .Distinct().Where(Numbers.ContainsKey).Select(code => Numbers[code])];

    public static IEnumerable<GeoPoint> StatedPlacesOf(SearchDocument document) => document.Places.Select(place => new GeoPoint(place.Latitude, place.Longitude));

    public static IEnumerable<int> CountriesIn(BoundingBox box)
    {
        var parts = box.Parts().ToArray();
        return Enumerable.Range(0, CountryCount).Where(number => parts.Any(Outlines.Value[number].Touches));
    }

    /// <summary>Measured only where a country's extent does not say already that it is farther away.</summary>
    public static IEnumerable<int> CountriesAround(GeoPoint point, double distanceKm) => Enumerable.Range(0, CountryCount)
        .Where(number => Outlines.Value[number].MayBeWithin(point, distanceKm) && DistanceToCountry(point, number) <= distanceKm);

    /// <summary>To the nearest point of the country, 0 within it.</summary>
    public static double DistanceToCountry(GeoPoint from, int number) => Outlines.Value[number].DistanceKm(from);

    /// <summary>Builds the shapes, so that the first search does not wait for them.</summary>
    public static void Load() => _ = Outlines.Value;
}
