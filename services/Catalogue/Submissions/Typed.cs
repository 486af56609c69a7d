using System.Globalization;
using PfP.Catalogue.Entries;
using PfP.ServiceDefaults.Input;

namespace PfP.Catalogue.Submissions;

/// <summary>What was typed, as entries hold it.</summary>
internal static class Typed
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    /// <summary>What is wrong with a text of several paragraphs; nothing where there is none.</summary>
    public static Breach[] Text(string field, string? text, int longest) =>
        text is null || PlainText.IsParagraphs(text, longest) ? [] : [new Breach(field, $"It has at most {longest} characters, and none that cannot be printed.")];

    public static int? Year(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>Also where nothing is typed.</summary>
    public static bool IsYear(string? text) => text is not { Length: > 0 } || Year(text) is >= EarliestYear and <= LatestYear;

    public static string Of(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";
}
