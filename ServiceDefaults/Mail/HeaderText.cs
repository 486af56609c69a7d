using System.Globalization;
using System.Text;

namespace PfP.ServiceDefaults.Mail;

/// <summary>Writes what people wrote (a name, a title) into headers, and keeps it from becoming a header of its own.</summary>
internal static class HeaderText
{
    private const int Longest = 200;

    // In base64 60 characters, which the frame of an encoded word makes 72 of the 75 allowed.
    private const int BytesPerWord = 45;

    /// <summary>One line without control characters, of a length that a header bears.</summary>
    public static string Clean(string text)
    {
        var kept = string.Join(' ', string.Concat(text.Select(Visible)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return kept.Length <= Longest ? kept : $"{kept[..Cut(kept)]}…";
    }

    /// <summary>Free text: as it is, or in encoded words (RFC 2047) where it is not ASCII.</summary>
    public static string Words(string text)
    {
        var clean = Clean(text);
        return Ascii.IsValid(clean) && !clean.Contains("=?", StringComparison.Ordinal) ? clean : Encode(clean);
    }

    /// <summary>A display name: quoted, or in encoded words.</summary>
    public static string Name(string name)
    {
        var clean = Clean(name);
        return Ascii.IsValid(clean) && !clean.Contains("=?", StringComparison.Ordinal)
            ? $"\"{clean.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : Encode(clean);
    }

    private static string Encode(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > BytesPerWord)
            {
                words.Add(word.ToString());
                (bytes, _) = (0, word.Clear());
            }

            word.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?="));
    }

    private static char Visible(char character) => char.GetUnicodeCategory(character) is
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : character;

    private static int Cut(string text) => char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
}
