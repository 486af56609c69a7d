using System.Globalization;
using PfP.Search.Indexing;
using PfP.Search.Queries;

namespace PfP.Search.SavedSearches;

/// <summary>The one way to write what a search asks for: no paging, sorting or language, all values in order.</summary>
internal static class CanonicalQuery
{
    /// <summary>Empty where the search asks for nothing in particular.</summary>
    public static string Of(SearchRequest request) =>
        string.Join('&', Parameters(request.Text, request.Filters).Where(parameter => parameter.Value is not null)
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));

    private static IEnumerable<(string Name, string? Value)> Parameters(string? text, SearchFilters filters) =>
    [
        ("q", text?.Trim()),
        .. Facets.All.SelectMany(facet => filters.Selected.GetValueOrDefault(facet, []).Order(StringComparer.Ordinal).Select(value => (facet.Name(), (string?)value))),
        .. filters.Partners.Order(StringComparer.Ordinal).Select(value => ("partner", (string?)value)),
        ("yearFrom", filters.YearFrom?.ToString(CultureInfo.InvariantCulture)),
        ("yearTo", filters.YearTo?.ToString(CultureInfo.InvariantCulture)),
        ("publishedFrom", Day(filters.PublishedFrom)),
        ("publishedTo", Day(filters.PublishedTo)),
        ("bbox", filters.Box is { } box ? Numbers(box.West, box.South, box.East, box.North) : null),
        .. Circle(filters),
    ];

    /// <summary>A point alone excludes nothing: distances are measured from it.</summary>
    private static (string, string?)[] Circle(SearchFilters filters) => filters is { Near: { } point, DistanceKm: { } distance }
        ? [("near", Numbers(point.Latitude, point.Longitude)), ("distanceKm", Numbers(distance))]
        : [];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Numbers(params double[] numbers) => string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
}
