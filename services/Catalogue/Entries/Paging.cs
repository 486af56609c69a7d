using Microsoft.AspNetCore.Mvc;

namespace PfP.Catalogue.Entries;

/// <summary>Which page of a list, of which size, in which language.</summary>
internal sealed class Paging
{
    /// <summary>Nobody reads further by hand; a program gets everything through the export or by narrowing the list.</summary>
    public const int Reach = 10_000;
    public const int LargestPage = 100;

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    [FromQuery(Name = "pageSize")]
    public int? PageSize { get; init; }

    [FromQuery(Name = "lang")]
    public string? Language { get; init; }

    public int Number => Page ?? 1;

    public int Size => PageSize ?? 20;

    public int Skipped => (Number - 1) * Size;

    public Dictionary<string, string[]> Errors()
    {
        var errors = Asked.LanguageErrors(Language);
        if (Size is < 1 or > LargestPage)
        {
            errors["pageSize"] = [$"pageSize must be from 1 to {LargestPage}."];
        }
        else if (Number < 1)
        {
            errors["page"] = ["page must be 1 or more."];
        }
        else if ((long)Number * Size > Reach)
        {
            errors["page"] = [$"page × pageSize must not exceed {Reach}; narrow the list by a filter."];
        }

        return errors;
    }
}

/// <summary>The language a caller asks for.</summary>
internal static class Asked
{
    public static string Language(string? asked) => asked ?? "en";

    public static Dictionary<string, string[]> LanguageErrors(string? asked) =>
        asked is null or "en" or "fr" or "es" ? [] : new() { ["lang"] = [$"'{asked}' is not one of en, fr and es."] };
}
