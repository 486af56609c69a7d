using Microsoft.Extensions.Localization;

namespace PfP.Design.Resources;

/// <summary>Names the interface's short texts (Texts.resx and its translations).</summary>
public sealed class Texts;

/// <summary>Names the long texts of the information pages (Pages.resx and its translations), in Markdown.</summary>
public sealed class Pages;

public static class TextsExtensions
{
    /// <summary>The text for a number of things: <c>key.One</c> or <c>key.Many</c>. In French nought is singular too.</summary>
    public static string Count<T>(this IStringLocalizer<T> texts, string key, int number)
    {
        var one = number == 1 || (number == 0 && Languages.SiteLanguage.Current.Code == "fr");
        return texts[one ? $"{key}.One" : $"{key}.Many", number];
    }

    /// <summary>The text of that key, or the given one where there is none.</summary>
    public static string Or<T>(this IStringLocalizer<T> texts, string key, string otherwise)
    {
        var text = texts[key];
        return text.ResourceNotFound ? otherwise : text.Value;
    }
}
