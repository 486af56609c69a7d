using System.Globalization;

namespace PfP.Design.Languages;

/// <summary>The three languages of the interface, and how a path names them: <c>/fr/…</c>, <c>/es/…</c>, English without a prefix.</summary>
public sealed record SiteLanguage(string Code, string Name, CultureInfo Culture)
{
    public static readonly SiteLanguage English = new("en", "English", CultureInfo.GetCultureInfo("en-GB"));

    public static IReadOnlyList<SiteLanguage> All { get; } =
    [
        English,
        new("fr", "Français", CultureInfo.GetCultureInfo("fr-FR")),
        new("es", "Español", CultureInfo.GetCultureInfo("es-ES")),
    ];

    /// <summary>The language of the page being rendered.</summary>
    public static SiteLanguage Current => Find(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? English;

    public static SiteLanguage? Find(string? code) => All.FirstOrDefault(language => language.Code == code);

    /// <summary>That path in the language of the page being rendered.</summary>
    public static string Local(string path) => Current.Path(path);

    /// <summary>The value of a <c>lang</c> attribute for text in that language; null, so no attribute, where the page has it already.</summary>
    public static string? Attribute(string? language) => language is null || language == Current.Code ? null : language;

    /// <summary>The path, given without culture, in this language.</summary>
    public string Path(string path)
    {
        if (this == English)
        {
            return path;
        }

        return path == "/" || path.StartsWith("/?", StringComparison.Ordinal) ? $"/{Code}{path[1..]}" : $"/{Code}{path}";
    }
}
