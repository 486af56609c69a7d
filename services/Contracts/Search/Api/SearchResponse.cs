namespace PfP.Contracts.Search.Api;

/// <summary>One page of results with the facets of the whole matching set.</summary>
/// <param name="Total">Exact.</param>
/// <param name="Facets">By facet name, which is also the name of its query parameter; values with the highest count first.</param>
/// <param name="DidYouMean">A better spelling of the query, where there is one.</param>
public sealed record SearchResponse(
    int Total,
    int Page,
    int PageSize,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets,
    string? DidYouMean);

/// <param name="Highlights">Plain text with the matched words between U+E000 and U+E001, so that nothing needs to be trusted as HTML.</param>
/// <param name="DistanceKm">Great-circle distance to <c>near</c>, where that was asked.</param>
public sealed record SearchHit(
    string Kind,
    Guid Id,
    string Slug,
    string Url,
    string Title,
    string Language,
    string? Summary,
    Highlights Highlights,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> Themes,
    IReadOnlyList<string> Organisations,
    int? Year,
    DateTimeOffset? PublishedAt,
    DateOnly? LastVerified,
    DateTimeOffset? Deadline,
    string? CallStatus,
    double? DistanceKm);

public sealed record Highlights(string? Title, string? Summary, string? Body)
{
    public const char Start = '\uE000';
    public const char End = '\uE001';
}

public sealed record FacetValue(string Value, string Label, int Count, bool Selected);

public sealed record SuggestResponse(IReadOnlyList<Suggestion> Suggestions);

/// <param name="Kind">An entry kind, or <c>theme</c>, <c>country</c>, <c>organisation</c>, <c>query</c>.</param>
public sealed record Suggestion(string Text, string Kind, string Url);

/// <summary>The matching set on the map.</summary>
/// <param name="Unplaced">How many entries have neither country nor place.</param>
/// <param name="UnplacedEntries">The first hundred of those, by title.</param>
public sealed record MapResponse(IReadOnlyList<MapCountry> Countries, IReadOnlyList<MapCluster> Clusters, int Unplaced, IReadOnlyList<MapEntry> UnplacedEntries);

public sealed record MapCountry(string Code, string Name, int Count);

/// <param name="Bbox">west, south, east, north in degrees.</param>
/// <param name="Sole">The entry, where the cluster holds just one.</param>
public sealed record MapCluster(double Lat, double Lon, int Count, IReadOnlyList<double> Bbox, MapEntry? Sole);

/// <param name="Language">Of the title.</param>
public sealed record MapEntry(string Kind, string Slug, string Url, string Title, string Language);
