using PfP.Search.Queries;
using PfP.Search.Text;

namespace PfP.Search.QueryCounts;

/// <summary>
/// What is kept of a typed text. Addresses of mail and the web, telephone numbers, dates of birth and whole sentences are not kept at all. Names
/// of people cannot be told from other words: they are protected by <see cref="PfP.Contracts.Search.Api.QueryCountRules.Fewest"/>.
/// </summary>
internal static class CountedText
{
    private const int Longest = 80;

    /// <summary>An SDG target and a year are fewer; from here on it may be a telephone number, a date of birth or a passport.</summary>
    private const int ManyDigits = 7;

    /// <summary>Its words without case, accents and signs; null where it has none, or could be about a person.</summary>
    public static string? Of(string typed)
    {
        typed = typed.Trim();
        if (typed.Length > Longest || MayBePersonal(Folding.Fold(typed)))
        {
            return null;
        }
        var text = string.Join(' ', QueryText.Parse(typed).Words.Select(word => word.Folded));
        return text.Length is > 0 and <= Longest ? text : null;
    }

    private static bool MayBePersonal(string folded) =>
        folded.Contains('@', StringComparison.Ordinal) || folded.Contains("://", StringComparison.Ordinal) || folded.Contains("www.", StringComparison.Ordinal) || HasLongNumber(folded);

    /// <summary>Signs and spaces between its digits do not end a number.</summary>
    private static bool HasLongNumber(string folded)
    {
        var digits = 0;
        foreach (var character in folded)
        {
            digits = char.IsDigit(character) ? digits + 1 : char.IsLetter(character) ? 0 : digits;
            if (digits >= ManyDigits)
            {
                return true;
            }
        }
        return false;
    }
}
