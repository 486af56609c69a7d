using PfP.Search.Geo;
using PfP.Search.Indexing;

namespace PfP.Search.Engines.Embedded;

/// <summary>Distances from one point to documents, each country measured once.</summary>
internal sealed class Distances(GeoPoint from)
{
    private readonly double?[] countries = new double?[Geography.CountryCount];

    /// <summary>To the nearest stated place, else to the nearest of the countries that stand for the document; null where it has neither.</summary>
    public double? Of(SearchDocument document)
    {
        if (document.Places.Count > 0)
        {
            return document.Places.Min(place => Sphere.DistanceKm(from, new GeoPoint(place.Latitude, place.Longitude)));
        }
        var standing = Geography.CountriesStandingFor(document);
        return standing.Count == 0 ? null : standing.Min(country => countries[country] ??= Geography.DistanceToCountry(from, country));
    }
}
