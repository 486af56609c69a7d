using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using PfP.Vocabularies;

namespace PfP.Search.Geo;

/// <summary>A country's shape for questions of where: a prepared polygon for boxes, and points along its border on the sphere for distances.</summary>
internal sealed class CountryOutline
{
    /// <summary>Longer straight borders get points in between, which bounds the error of a distance to three kilometres.</summary>
    private const double LongestStep = 0.05;

    private static readonly GeometryFactory Shapes = new();

    private readonly Envelope extent;
    private readonly IPreparedGeometry shape;
    private readonly (double X, double Y, double Z)[] border;

    private CountryOutline(Geometry geometry)
    {
        extent = geometry.EnvelopeInternal;
        shape = PreparedGeometryFactory.Prepare(geometry);
        border = [.. Border(geometry)];
    }

    /// <summary>Of a small territory that the shapes lack, its position.</summary>
    public static CountryOutline Of(Country country) =>
        new(CountryShapes.All.TryGetValue(country.Code, out var polygons)
            ? Shapes.CreateMultiPolygon([.. polygons.Select(rings => Shapes.CreatePolygon(Ring(rings[0]), [.. rings.Skip(1).Select(Ring)]))])
            : Shapes.CreatePoint(new Coordinate(country.Longitude, country.Latitude)));

    public bool Touches(Envelope box) =>
        box.Intersects(extent) && (box.Contains(extent) || shape.Intersects(Shapes.ToGeometry(box)));

    public double DistanceKm(GeoPoint from)
    {
        if (extent.Contains(from.Longitude, from.Latitude) && shape.Intersects(Shapes.CreatePoint(new Coordinate(from.Longitude, from.Latitude))))
        {
            return 0;
        }
        var origin = Sphere.UnitVector(from);
        var (nearest, closeness) = (border[0], double.MinValue);
        foreach (var point in border)
        {
            var dot = (point.X * origin.X) + (point.Y * origin.Y) + (point.Z * origin.Z);
            if (dot > closeness)
            {
                (nearest, closeness) = (point, dot);
            }
        }
        return Sphere.Kilometres(origin, nearest);
    }

    /// <summary>A parallel is a degree of latitude away from the next wherever one stands; meridians draw near each other, so only parallels exclude.</summary>
    public bool MayBeWithin(GeoPoint from, double distanceKm)
    {
        var degrees = distanceKm / Sphere.KmPerDegree;
        return from.Latitude >= extent.MinY - degrees && from.Latitude <= extent.MaxY + degrees;
    }

    private static LinearRing Ring(double[][] points) => Shapes.CreateLinearRing([.. points.Select(point => new Coordinate(point[0], point[1]))]);

    private static IEnumerable<(double X, double Y, double Z)> Border(Geometry geometry)
    {
        for (var part = 0; part < geometry.NumGeometries; part++)
        {
            if (geometry.GetGeometryN(part) is not Polygon polygon)
            {
                yield return UnitVector(geometry.Coordinate);
                continue;
            }
            foreach (var line in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            {
                foreach (var point in Along(line.Coordinates))
                {
                    yield return UnitVector(point);
                }
            }
        }
    }

    private static IEnumerable<Coordinate> Along(Coordinate[] line)
    {
        for (var index = 1; index < line.Length; index++)
        {
            var (from, to) = (line[index - 1], line[index]);
            var steps = Math.Max(1, (int)Math.Ceiling(from.Distance(to) / LongestStep));
            for (var step = 0; step < steps; step++)
            {
                yield return new Coordinate(from.X + ((to.X - from.X) * step / steps), from.Y + ((to.Y - from.Y) * step / steps));
            }
        }
    }

    private static (double X, double Y, double Z) UnitVector(Coordinate point) => Sphere.UnitVector(new GeoPoint(point.Y, point.X));
}
