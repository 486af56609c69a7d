using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Contracts.Search.Api;
using PfP.Search.Data;
using PfP.Search.Queries;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Search.SavedSearches;

internal static class SaveSearch
{
    private const int LongestQuery = 2_000;

    public static async Task<Results<Created<SavedSearchResponse>, Ok<SavedSearchResponse>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        SavedSearchRequest request, Contributor member, SearchDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var reader = new RequestReader(SearchParameters.Of(request.Query ?? ""));
        var query = CanonicalQuery.Of(reader.Read(now));
        var breaches = SavedSearchesApi.Check(request.Name).Concat(reader.Errors.SelectMany(error => error.Value.Select(message => new Breach(error.Key, message)))).ToList();
        if (reader.Errors.Count == 0)
        {
            breaches.AddRange(Breach.Require("query", query.Length > 0, "It asks for nothing: name a text or a filter."));
            breaches.AddRange(Breach.Require("query", query.Length <= LongestQuery, $"It has at most {LongestQuery} characters."));
        }
        return breaches.Count > 0 ? Breach.Answer(breaches) : await SaveAsync(request.Name!.Trim(), query, member.Id, db, now, cancellationToken);
    }

    private static async Task<Results<Created<SavedSearchResponse>, Ok<SavedSearchResponse>, ValidationProblem, ProblemHttpResult>> SaveAsync(
        string name, string query, Guid memberId, SearchDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // From here on no other search is saved, so that what is read now still holds at the end.
        var latest = await db.LatestArrivalAsync(cancellationToken);
        if (await db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(search => search.MemberId == memberId && search.Query == query, cancellationToken) is { } known)
        {
            return TypedResults.Ok(known.ToResponse());
        }
        if (await db.SavedSearches.CountAsync(search => search.MemberId == memberId, cancellationToken) >= SavedSearchLimits.MostPerMember)
        {
            return TypedResults.Problem($"You follow {SavedSearchLimits.MostPerMember} searches, which is as many as there can be. Stop following another one first.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }
        // As exact as the database keeps it, so that the record reads the same every time.
        var savedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var saved = new SavedSearch { Id = Guid.CreateVersion7(), MemberId = memberId, Name = name, Query = query, SavedAt = savedAt, Cursor = latest };
        db.SavedSearches.Add(saved);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Created($"/api/search/saved/{saved.Id}", saved.ToResponse());
    }
}
