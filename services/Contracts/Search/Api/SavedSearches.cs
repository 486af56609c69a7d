namespace PfP.Contracts.Search.Api;

/// <summary>A search to follow.</summary>
/// <param name="Name">What the member calls it: one line of at most <see cref="SavedSearchLimits.LongestName"/> characters.</param>
/// <param name="Query">The query string of a search, with or without its question mark. Paging, sorting and language say nothing about what is found and are left out.</param>
public sealed record SavedSearchRequest(string? Name, string? Query);

/// <summary>Another name for a search that is followed.</summary>
public sealed record SavedSearchName(string? Name);

/// <summary>A search that the member follows.</summary>
/// <param name="Query">Its canonical query string without question mark: searches that find the same by the same words have the same.</param>
public sealed record SavedSearchResponse(Guid Id, string Name, string Query, DateTimeOffset SavedAt);

public static class SavedSearchLimits
{
    public const int LongestName = 200;

    /// <summary>How many searches a member can follow.</summary>
    public const int MostPerMember = 100;
}
