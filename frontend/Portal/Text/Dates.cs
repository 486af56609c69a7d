using System.Globalization;
using PfP.Design.Languages;

namespace PfP.Portal.Text;

/// <summary>Dates that may be no more than a year.</summary>
internal static class Dates
{
    /// <summary>A day as the reader's language writes it; whatever else it is stays as it is.</summary>
    public static string Shown(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("D", SiteLanguage.Current.Culture) : date;
}
