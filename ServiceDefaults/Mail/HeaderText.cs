using System.Globalization;

namespace PfP.ServiceDefaults.Mail;

/// <summary>Makes what people wrote (a name, a title) fit for a header, and keeps it from becoming one of its own.</summary>
internal static class HeaderText
{
    private const int Longest = 200;

    /// <summary>One line without control characters, of a length that a header bears.</summary>
    public static string Clean(string text)
    {
        var kept = string.Join(' ', string.Concat(text.Select(Visible)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return kept.Length <= Longest ? kept : $"{kept[..Cut(kept)]}…";
    }

    private static char Visible(char character) => char.GetUnicodeCategory(character) is
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : character;

    private static int Cut(string text) => char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
}
