using Microsoft.AspNetCore.Mvc;

namespace PfP.Identity.Members;

/// <summary>Which page of a list, of which size.</summary>
internal sealed class Paging
{
    private const int Reach = 10_000;
    private const int LargestPage = 100;

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    [FromQuery(Name = "pageSize")]
    public int? PageSize { get; init; }

    public int Number => Page ?? 1;

    public int Size => PageSize ?? 20;

    public int Skipped => (Number - 1) * Size;

    public Dictionary<string, string[]> Errors()
    {
        var errors = new Dictionary<string, string[]>();
        if (Size is < 1 or > LargestPage)
        {
            errors["pageSize"] = [$"pageSize must be from 1 to {LargestPage}."];
        }
        else if (Number < 1 || (long)Number * Size > Reach)
        {
            errors["page"] = [$"page must be 1 or more, and page × pageSize at most {Reach}."];
        }

        return errors;
    }
}
