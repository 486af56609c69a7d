namespace PfP.ServiceDefaults;

/// <summary>The parameter <c>lang</c>: en, fr or es, by default English.</summary>
public static class AskedLanguage
{
    public static string OrEnglish(string? asked) => asked ?? "en";

    /// <summary>What is wrong with it, by parameter.</summary>
    public static Dictionary<string, string[]> Errors(string? asked) =>
        asked is null or "en" or "fr" or "es" ? [] : new() { ["lang"] = [$"'{asked}' is not one of en, fr and es."] };
}
