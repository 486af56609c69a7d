using Microsoft.AspNetCore.WebUtilities;
using PfP.Portal.Searching;

namespace PfP.Portal.Feeds;

/// <summary>
/// Which calls a subscription is about: calendar and feed keep it for years, so it holds what a call has for good, and not its status, which passes.
/// In one order, so that the same selection has the same address.
/// </summary>
public sealed class CallSelection
{
    /// <summary>Parameters of the calls' list, and what the search page calls them.</summary>
    private static readonly (string Name, string InSearch)[] Filters =
    [
        ("theme", "theme"), ("country", "country"), ("region", "region"), ("organisation", "organisation"), ("type", "callType"), ("summit", "summit"),
    ];

    private readonly IReadOnlyList<KeyValuePair<string, string?>> parameters;

    private CallSelection(IEnumerable<(string Name, string Value)> values) =>
        parameters = [.. values.Distinct().OrderBy(value => value.Name, StringComparer.Ordinal).ThenBy(value => value.Value, StringComparer.Ordinal).Select(value => KeyValuePair.Create(value.Name, (string?)value.Value))];

    public static CallSelection All { get; } = new([]);

    /// <summary>For the calls' list.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Parameters => parameters;

    public string FeedPath => $"/calls/feed.atom{this}";

    public string CalendarPath => $"/calls/deadlines.ics{this}";

    /// <summary>The page with these calls.</summary>
    public string PagePath => parameters.Count == 0 ? "/calls"
        : QueryHelpers.AddQueryString("/search?kind=call", parameters.Select(value => KeyValuePair.Create(Filters.First(filter => filter.Name == value.Key).InSearch, value.Value)));

    public static CallSelection From(IQueryCollection query) =>
        new(from filter in Filters from value in query[filter.Name] where !string.IsNullOrEmpty(value) select (filter.Name, value));

    /// <summary>That of a search; null where it asks for what is no call, or for more than a subscription can keep.</summary>
    public static CallSelection? Of(SearchQuery query)
    {
        var filters = query.Filters.Where(filter => filter is not ("kind", "call") and not ("callStatus", _)).ToList();
        return query.Text is null && filters.TrueForAll(filter => Filters.Any(known => known.InSearch == filter.Name))
            ? new(filters.Select(filter => (Filters.First(known => known.InSearch == filter.Name).Name, filter.Value)))
            : null;
    }

    public override string ToString() => QueryHelpers.AddQueryString("", parameters);
}
