using System.Globalization;

namespace PfP.ServiceDefaults.Input;

/// <summary>What was typed into a form: what it says, and what not even a draft may hold.</summary>
public static class Typed
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;
    private const string DayFormat = "yyyy-MM-dd";

    // Far above what any template asks for: nothing that somebody types is lost.
    private const int LongestLine = 2_000;
    private const int MostRows = 60;

    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    /// <summary>What is wrong with one line; nothing where there is none.</summary>
    public static Breach[] Line(string field, string? text) =>
        text is null || PlainText.IsLine(text, LongestLine) ? [] : [new Breach(field, $"It is one line of at most {LongestLine} characters.")];

    /// <summary>What is wrong with a text of several paragraphs; nothing where there is none.</summary>
    public static Breach[] Text(string field, string? text, int longest) =>
        text is null || PlainText.IsParagraphs(text, longest) ? [] : [new Breach(field, $"It has at most {longest} characters, and none that cannot be printed.")];

    /// <summary>What is wrong with a list whose rows have a cell or more; a client of the API may send null for it, or for a row.</summary>
    public static IEnumerable<Breach> Rows<T>(string field, IReadOnlyList<T>? rows, Func<T, string?[]> cells, int most = MostRows) => rows switch
    {
        null => [new Breach(field, "It is a list.")],
        _ when rows.Count > most => [new Breach(field, $"At most {most} of them.")],
        _ when rows.Any(row => row is null) => [new Breach(field, "None of them may be null.")],
        _ => rows.SelectMany(cells).SelectMany(cell => Line(field, cell)).Take(1),
    };

    public static int? Number(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Also where nothing is typed.</summary>
    public static bool IsYear(string? text) => text is not { Length: > 0 } || Number(text) is >= EarliestYear and <= LatestYear;

    /// <summary>A day such as 2026-03-14, in a year that could be.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= EarliestYear and <= LatestYear ? day : null;

    public static string Of(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "";

    public static string Of(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
