namespace PfP.Search.Geo;

internal static class Sphere
{
    public const double KmPerDegree = EarthRadiusKm * Math.PI / 180;

    private const double EarthRadiusKm = 6371.0088;

    public static double DistanceKm(GeoPoint from, GeoPoint to) => Kilometres(UnitVector(from), UnitVector(to));

    public static (double X, double Y, double Z) UnitVector(GeoPoint point)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        var (sinLongitude, cosLongitude) = Math.SinCos(double.DegreesToRadians(point.Longitude));
        return (cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
    }

    /// <summary>Along the surface, by the chord: exact for near points too, where the arc cosine is not.</summary>
    public static double Kilometres((double X, double Y, double Z) from, (double X, double Y, double Z) to)
    {
        var (x, y, z) = (from.X - to.X, from.Y - to.Y, from.Z - to.Z);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt((x * x) + (y * y) + (z * z)) / 2));
    }
}
