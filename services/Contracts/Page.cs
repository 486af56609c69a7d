namespace PfP.Contracts;

/// <summary>One page of a list.</summary>
/// <param name="Total">Exact number of items on all pages.</param>
/// <param name="PageNumber">From 1.</param>
public sealed record Page<T>(int Total, [property: System.Text.Json.Serialization.JsonPropertyName("page")] int PageNumber, int PageSize, IReadOnlyList<T> Items);
