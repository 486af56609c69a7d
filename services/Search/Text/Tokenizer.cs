using System.Globalization;
using System.Text;

namespace PfP.Search.Text;

/// <summary>Walks over the words of a text without allocating: runs of letters, digits and their marks.</summary>
internal ref struct Tokenizer(ReadOnlySpan<char> text)
{
    /// <summary>Longer runs are no words; the rest of such a run is left out.</summary>
    private const int LongestWord = 64;

    private readonly ReadOnlySpan<char> text = text;
    private int next;

    public int Start { get; private set; }

    public int Length { get; private set; }

    public readonly ReadOnlySpan<char> Word => text.Slice(Start, Math.Min(Length, LongestWord));

    public bool MoveNext()
    {
        while (next < text.Length && !IsWordAt(next, out var width))
        {
            next += width;
        }
        Start = next;
        while (next < text.Length && IsWordAt(next, out var width))
        {
            next += width;
        }
        Length = next - Start;
        return Length > 0;
    }

    private readonly bool IsWordAt(int index, out int width)
    {
        var character = text[index];
        width = 1;
        if (character < 128)
        {
            return char.IsAsciiLetterOrDigit(character);
        }
        if (!char.IsSurrogate(character))
        {
            return IsWord(CharUnicodeInfo.GetUnicodeCategory(character));
        }
        if (Rune.DecodeFromUtf16(text[index..], out var rune, out width) != System.Buffers.OperationStatus.Done)
        {
            width = 1;
            return false;
        }
        return IsWord(Rune.GetUnicodeCategory(rune));
    }

    private static bool IsWord(UnicodeCategory category) => category
        is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
