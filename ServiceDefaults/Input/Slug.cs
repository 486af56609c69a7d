using System.Globalization;
using System.Text;

namespace PfP.ServiceDefaults;

/// <summary>The last part of a public address: lower-case ASCII letters, digits and hyphens.</summary>
public static class Slug
{
    private static readonly HashSet<string> LeadingOn = ["a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "that", "the", "through", "to", "towards", "with"];

    /// <summary>Empty where the text has no letter that ASCII can stand for.</summary>
    public static string From(string text, int maximumLength = 80)
    {
        var slug = new StringBuilder();
        foreach (var character in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark || character is '\'' or '’')
            {
                continue;
            }

            Append(slug, Ascii(character));
        }

        return Shorten(slug.ToString().TrimEnd('-'), maximumLength);
    }

    /// <summary>Of a new page: from its title; from its kind and id where no letter of the title is ASCII.</summary>
    public static string Of(string title, string kind, Guid id) => From(title) is { Length: > 0 } ascii ? ascii : $"{kind}-{id.ToString("n")[^8..]}";

    /// <summary>With a number, from 2 on, where it cannot be taken as it is.</summary>
    public static string Free(string wanted, Func<string, bool> take)
    {
        ArgumentNullException.ThrowIfNull(take);
        var free = wanted;
        for (var suffix = 2; !take(free); suffix++)
        {
            free = $"{wanted}-{suffix}";
        }

        return free;
    }

    private static void Append(StringBuilder slug, string? letters)
    {
        if (letters is not null)
        {
            slug.Append(letters);
        }
        else if (slug.Length > 0 && slug[^1] != '-')
        {
            slug.Append('-');
        }
    }

    private static string? Ascii(char character) => character switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => character.ToString(),
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => null,
    };

    /// <summary>Cuts between words, and not after one that leads on to the next.</summary>
    private static string Shorten(string slug, int maximumLength)
    {
        if (slug.Length <= maximumLength)
        {
            return slug;
        }

        var end = slug.LastIndexOf('-', maximumLength);
        var words = slug[..(end > 0 ? end : maximumLength)].Split('-');
        var last = Array.FindLastIndex(words, word => !LeadingOn.Contains(word));
        return string.Join('-', words.Take(last + 1));
    }
}
