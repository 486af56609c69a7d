using Microsoft.AspNetCore.Http.HttpResults;
using PfP.Contracts.Search.Api;
using PfP.Search.Data;
using PfP.ServiceDefaults;

namespace PfP.Search.SavedSearches;

/// <summary>All that <see cref="ForgetMember"/> deletes.</summary>
internal static class GetOwnData
{
    public static async Task<Ok<OwnSearches>> HandleAsync(Contributor member, SearchDbContext db, CancellationToken cancellationToken) =>
        TypedResults.Ok(new OwnSearches((await ListSearches.HandleAsync(member, db, cancellationToken)).Value!));
}

/// <summary>What search holds of a member.</summary>
internal sealed record OwnSearches(IReadOnlyList<SavedSearchResponse> SavedSearches);
