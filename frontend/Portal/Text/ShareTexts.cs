using Microsoft.Extensions.Localization;
using PfP.Portal.Resources;

namespace PfP.Portal.Text;

/// <summary>A text about a page that fits into a short message, address included.</summary>
internal static class ShareTexts
{
    public const int Longest = 280;

    public static string Of(IStringLocalizer<ForumTexts> forumTexts, string title, string address)
    {
        var room = Longest - forumTexts["Share.Text", "", address].Value.Length;
        return room <= 0 ? address : forumTexts["Share.Text", Shortened(title.ReplaceLineEndings(" "), room), address];
    }

    private static string Shortened(string title, int room)
    {
        if (title.Length <= room)
        {
            return title;
        }

        var end = room - 1;
        // No half of a character that takes two.
        return $"{title[..(end > 0 && char.IsHighSurrogate(title[end - 1]) ? end - 1 : end)].TrimEnd()}…";
    }
}
