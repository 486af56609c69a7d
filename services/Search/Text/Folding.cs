using System.Globalization;
using System.Text;

namespace PfP.Search.Text;

/// <summary>Makes spellings alike that readers take for the same: case, accents, ligatures, full-width forms and Arabic letter variants.</summary>
internal static class Folding
{
    public static string Fold(ReadOnlySpan<char> word) => System.Text.Ascii.IsValid(word) ? FoldAscii(word) : FoldUnicode(word.ToString());

    private static string FoldAscii(ReadOnlySpan<char> word)
    {
        var lower = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        return new string(lower);
    }

    private static string FoldUnicode(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var character in Decomposed(word))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            {
                continue;
            }
            Append(folded, char.ToLowerInvariant(character));
        }
        return folded.ToString();
    }

    /// <summary>A lone surrogate cannot be normalised; such a word stays as it is.</summary>
    private static string Decomposed(string word)
    {
        try
        {
            return word.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return word;
        }
    }

    private static void Append(StringBuilder folded, char character)
    {
        switch (character)
        {
            case 'ß': folded.Append("ss"); break;
            case 'æ': folded.Append("ae"); break;
            case 'œ': folded.Append("oe"); break;
            case 'ø': folded.Append('o'); break;
            case 'ł': folded.Append('l'); break;
            case 'đ' or 'ð': folded.Append('d'); break;
            case 'þ': folded.Append("th"); break;
            case 'ı': folded.Append('i'); break;
            case 'ٱ': folded.Append('ا'); break; // alef wasla has no decomposition
            case 'ى': folded.Append('ي'); break;
            case 'ة': folded.Append('ه'); break;
            case 'ـ': break; // tatweel only stretches a word
            default: folded.Append(character); break;
        }
    }
}
