using PfP.Search.Geo;
using PfP.Search.Indexing;

namespace PfP.Search.Engines.Embedded;

/// <summary>Distances from one point to documents, each country measured once.</summary>
internal sealed class Distances(GeoPoint from)
{
    private readonly double?[] countries = new double?[Geography.CountryCount];

    /// <summary>To the nearest stated place, else to the nearest of the countries that stand for the document; null where it has neither.</summary>
    public double? Of(SearchDocument document) =>
        Of([.. Geography.StatedPlacesOf(document)], [.. Geography.CountriesStandingFor(document)]);

    public double? Of(ReadOnlySpan<GeoPoint> places, ReadOnlySpan<int> standing)
    {
        var nearest = double.PositiveInfinity;
        foreach (var place in places)
        {
            nearest = Math.Min(nearest, Sphere.DistanceKm(from, place));
        }
        foreach (var country in places.Length > 0 ? [] : standing)
        {
            nearest = Math.Min(nearest, countries[country] ??= Geography.DistanceToCountry(from, country));
        }
        return double.IsPositiveInfinity(nearest) ? null : nearest;
    }
}
