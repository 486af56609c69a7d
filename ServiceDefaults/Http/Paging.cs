using Microsoft.AspNetCore.Mvc;

namespace PfP.ServiceDefaults;

/// <summary>Which page of a list, of which size: <c>page</c> from 1 and <c>pageSize</c> from 1 to 100.</summary>
public class Paging
{
    // Nobody reads further by hand; a program gets everything through the export or by narrowing the list.
    private const int Reach = 10_000;
    private const int LargestPage = 100;

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    [FromQuery(Name = "pageSize")]
    public int? PageSize { get; init; }

    public int Number => Page ?? 1;

    public int Size => PageSize ?? 20;

    public int Skipped => (Number - 1) * Size;

    /// <summary>What is wrong, by parameter.</summary>
    public virtual Dictionary<string, string[]> Errors()
    {
        var errors = new Dictionary<string, string[]>();
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

/// <summary>A page whose texts come in several languages: <c>lang</c> says which one is asked for.</summary>
public sealed class PagingInLanguage : Paging
{
    [FromQuery(Name = "lang")]
    public string? Language { get; init; }

    public override Dictionary<string, string[]> Errors() => base.Errors().Concat(AskedLanguage.Errors(Language)).ToDictionary();
}
