using System.Globalization;
using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;

namespace PfP.Portal.Text;

/// <summary>Numbers as the reader's language writes them.</summary>
internal static class Numbers
{
    /// <summary>Years and texts stay as they are.</summary>
    public static string Grouped(Figure figure)
    {
        var isYear = figure.Value.Length == 4 && figure.Name.Contains("year", StringComparison.OrdinalIgnoreCase);
        return !isYear && decimal.TryParse(figure.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(number == decimal.Truncate(number) ? "N0" : "N1", SiteLanguage.Current.Culture)
            : figure.Value;
    }

    public static string Whole<T>(T number)
        where T : IFormattable => number.ToString("N0", SiteLanguage.Current.Culture);

    public static string Size(long bytes) => bytes < 1_000_000
        ? $"{Whole(Math.Max(1, bytes / 1000))} kB"
        : $"{(bytes / 1_000_000d).ToString("N1", SiteLanguage.Current.Culture)} MB";
}
