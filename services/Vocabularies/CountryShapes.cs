namespace PfP.Vocabularies;

/// <summary>Outlines of countries at 1:50 million (Natural Earth), rounded to 0.01 degrees.</summary>
public static class CountryShapes
{
    private static readonly Lazy<Dictionary<string, double[][][][]>> Shapes = new(() => Embedded.Read<Dictionary<string, double[][][][]>>("shapes.json"));

    /// <summary>
    /// By alpha-2 code, polygons of rings (the outer one first) of points [longitude, latitude]. Cut at the 180th meridian.
    /// A few small territories have none: take the country's position.
    /// </summary>
    public static IReadOnlyDictionary<string, double[][][][]> All => Shapes.Value;
}
