using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Statistics;

internal static class StatisticsApi
{
    /// <summary>Every page of the portal may ask for the numbers; they need not be newer than this.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    public static void MapStatistics(this IEndpointRouteBuilder api) => api.MapGet("statistics", GetAsync).WithTags("statistics");

    private static async Task<Ok<StatisticsResponse>> GetAsync(CatalogueDbContext db, IMemoryCache cache, CancellationToken cancellationToken)
    {
        var statistics = await cache.GetOrCreateAsync(nameof(StatisticsApi), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Lifetime;
            return CountAsync(db, cancellationToken);
        });
        return TypedResults.Ok(statistics!);
    }

    private static async Task<StatisticsResponse> CountAsync(CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var entries = db.Entries.Public();
        var byKind = await CountAsync(entries.Select(entry => entry.Kind), cancellationToken);
        var byCountry = await CountAsync(entries.SelectMany(entry => entry.Countries), cancellationToken);
        var organisations = await entries.SelectMany(entry => entry.Organisations).Distinct().CountAsync(cancellationToken);
        return new StatisticsResponse(
            byKind.GetValueOrDefault(EntryKinds.Practice),
            byKind.GetValueOrDefault(EntryKinds.Tool),
            byKind.GetValueOrDefault(EntryKinds.Session),
            byCountry.Count,
            organisations,
            await CountAsync(entries.SelectMany(entry => entry.Themes), cancellationToken),
            byCountry,
            await CountAsync(entries.SelectMany(entry => entry.Regions), cancellationToken));
    }

    private static Task<Dictionary<string, int>> CountAsync(IQueryable<string> values, CancellationToken cancellationToken) =>
        values.GroupBy(value => value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
}
