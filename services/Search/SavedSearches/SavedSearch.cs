using PfP.Contracts.Search.Api;

namespace PfP.Search.SavedSearches;

/// <summary>A search that a member follows.</summary>
internal sealed class SavedSearch
{
    public required Guid Id { get; init; }

    public required Guid MemberId { get; init; }

    public required string Name { get; set; }

    /// <summary>See <see cref="CanonicalQuery"/>.</summary>
    public required string Query { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>What arrived up to here is older than the search, or told.</summary>
    public required long Cursor { get; set; }

    public SavedSearchResponse ToResponse() => new(Id, Name, Query, SavedAt);
}
