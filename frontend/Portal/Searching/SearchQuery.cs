using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace PfP.Portal.Searching;

/// <summary>The query string of the search and map pages; unknown parameters are dropped. Immutable, in the order given.</summary>
public sealed class SearchQuery
{
    /// <summary>The facets in the order in which pages show them.</summary>
    public static IReadOnlyList<string> Facets { get; } =
    [
        "kind", "theme", "country", "partner", "region", "organisation", "organisationType", "gcm", "sdg", "summit", "workingGroup",
        "status", "callStatus", "callType", "year", "has",
    ];

    private static readonly HashSet<string> Known = [.. Facets, "q", "yearFrom", "yearTo", "publishedFrom", "publishedTo", "bbox", "near", "distanceKm", "sort", "page", "pageSize", "lang"];
    private static readonly HashSet<string> Paging = ["page", "pageSize", "lang"];

    private readonly List<(string Name, string Value)> values;

    private SearchQuery(IEnumerable<(string Name, string Value)> values) => this.values = [.. values];

    public static SearchQuery Empty { get; } = new([]);

    public static SearchQuery From(IQueryCollection query) => new(
        from parameter in query
        where Known.Contains(parameter.Key) && parameter.Key != "lang"
        from value in parameter.Value
        where !string.IsNullOrWhiteSpace(value)
        select (parameter.Key, value.Trim()));

    public string? Text => Get("q");

    public int Page => int.TryParse(Get("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    /// <summary>What narrows the results: all but text, order and page.</summary>
    public IEnumerable<(string Name, string Value)> Filters => values.Where(value => value.Name is not "q" and not "sort" && !Paging.Contains(value.Name));

    /// <summary>Whether anything is asked for at all.</summary>
    public bool Narrows => Text is not null || Filters.Any();

    public string? Get(string name) => values.Find(value => value.Name == name).Value;

    public IReadOnlyList<string> All(string name) => [.. values.Where(value => value.Name == name).Select(value => value.Value)];

    public bool Has(string name, string value) => values.Contains((name, value));

    /// <summary>With only that value of the parameter, on the first page (or on the page given).</summary>
    public SearchQuery With(string name, string? value)
    {
        var rest = Rest(name).ToList();
        var place = rest.FindIndex(other => other.Name == name);
        rest.RemoveAll(other => other.Name == name);
        if (value is not null)
        {
            rest.Insert(place < 0 ? rest.Count : place, (name, value));
        }

        return new(rest);
    }

    /// <summary>With the value added where it is missing, removed where it is there.</summary>
    public SearchQuery Toggle(string name, string value) => Has(name, value)
        ? new(Rest(name).Where(other => other != (name, value)))
        : new(Rest(name).Append((name, value)));

    public SearchQuery WithoutPaging() => new(values.Where(value => !Paging.Contains(value.Name) && value.Name != "sort"));

    public SearchQuery WithoutFilters() => new(values.Where(value => value.Name == "q"));

    public string Path(string path) => Design.Languages.SiteLanguage.Local(path) + this;

    public override string ToString() => QueryHelpers.AddQueryString("", values.Select(value => KeyValuePair.Create(value.Name, (string?)value.Value)));

    // Another selection starts on its first page.
    private IEnumerable<(string Name, string Value)> Rest(string changed) => values.Where(value => value.Name != "page" || changed == "lang");
}
