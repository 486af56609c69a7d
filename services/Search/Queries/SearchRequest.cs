using PfP.Search.Geo;
using PfP.Search.Indexing;
using PfP.Search.Text;

namespace PfP.Search.Queries;

/// <summary>A search as it was asked, checked.</summary>
/// <param name="Now">The moment for which the status of calls is told.</param>
public sealed record SearchRequest(string? Text, SearchFilters Filters, SortOrder Sort, int Page, int PageSize, string Language, DateTimeOffset Now)
{
    /// <summary>What the secretariat says means the same, as it is at the moment.</summary>
    public AddedSynonyms Synonyms { get; init; } = AddedSynonyms.None;
}

public enum SortOrder
{
    Relevance, Newest, Title,

    /// <summary>What closes next comes first; then what is open until further notice, and what has closed last.</summary>
    Deadline,

    Distance,
}

/// <param name="Selected">By facet; values of one facet are alternatives.</param>
/// <param name="Partners">Countries of which an entry must name one besides those of the country facet.</param>
/// <param name="Near">A circle, where <paramref name="DistanceKm"/> is given; otherwise only where distances are measured from.</param>
public sealed record SearchFilters(
    IReadOnlyDictionary<Facet, IReadOnlyList<string>> Selected,
    IReadOnlyList<string> Partners,
    int? YearFrom,
    int? YearTo,
    BoundingBox? Box,
    GeoPoint? Near,
    double? DistanceKm)
{
    public static SearchFilters None { get; } = new(new Dictionary<Facet, IReadOnlyList<string>>(), [], null, null, null, null, null);

    /// <summary>The first day of publication; what has none is then not among the results, as with <see cref="PublishedTo"/>.</summary>
    public DateOnly? PublishedFrom { get; init; }

    public DateOnly? PublishedTo { get; init; }

    public bool IsNone =>
        Selected.Count == 0 && Partners.Count == 0 && YearFrom is null && YearTo is null && PublishedFrom is null && PublishedTo is null && Box is null && Near is null;

    public bool IsSelected(Facet facet, string value) => Selected.TryGetValue(facet, out var values) && values.Contains(value);
}
