namespace PfP.Portal.Maps;

/// <summary>The Equal Earth projection (Šavrič, Patterson, Jenny 2018) on the drawing of world.svg; generate.mjs has the same formula.</summary>
internal static class EqualEarth
{
    public const double Width = 1000;
    public const double Height = 442;

    private const double Scale = 1000 / 5.4133;
    private static readonly double Half = Math.Sqrt(3) / 2;

    public static (double X, double Y) Project(double latitude, double longitude)
    {
        var t = Math.Asin(Half * Math.Sin(latitude * Math.PI / 180));
        var t2 = t * t;
        var t6 = t2 * t2 * t2;
        var x = longitude * Math.PI / 180 * Math.Cos(t) / (Half * (1.340264 - (0.243318 * t2) + (t6 * (0.006251 + (0.034164 * t2)))));
        var y = t * (1.340264 - (0.081106 * t2) + (t6 * (0.000893 + (0.003796 * t2))));
        return (Math.Round(500 + (x * Scale), 1), Math.Round(244 - (y * Scale), 1));
    }

    /// <summary>The view box around those points, wide enough to recognise where in the world it is.</summary>
    public static string Around(IReadOnlyList<(double X, double Y)> points)
    {
        const double smallest = 240;
        const double margin = 55;
        const double aspect = Width / Height;
        var (left, right) = (points.Min(point => point.X), points.Max(point => point.X));
        var (top, bottom) = (points.Min(point => point.Y), points.Max(point => point.Y));
        var width = Math.Min(Width, Math.Max(smallest, Math.Max(right - left, (bottom - top) * aspect) + (2 * margin)));
        var height = width / aspect;
        var x = Math.Clamp(((left + right) / 2) - (width / 2), 0, Width - width);
        var y = Math.Clamp(((top + bottom) / 2) - (height / 2), 0, Height - height);
        return FormattableString.Invariant($"{x:0.#} {y:0.#} {width:0.#} {height:0.#}");
    }
}
