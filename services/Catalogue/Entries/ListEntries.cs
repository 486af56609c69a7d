using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Entries;

internal static class ListEntries
{
    public static Func<EntryFilter, PagingInLanguage, CatalogueDbContext, TimeProvider, CancellationToken, Task<Results<Ok<Page<EntrySummary>>, ValidationProblem>>> For(string kind) =>
        ([AsParameters] filter, [AsParameters] paging, db, clock, cancellationToken) => HandleAsync(kind, filter, paging, db, clock, cancellationToken);

    private static async Task<Results<Ok<Page<EntrySummary>>, ValidationProblem>> HandleAsync(
        string kind, EntryFilter filter, PagingInLanguage paging, CatalogueDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = filter.Errors(kind).Concat(paging.Errors()).ToDictionary();
        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var entries = filter.Apply(db.Entries.AsNoTracking().Public().Where(entry => entry.Kind == kind));
        var total = await entries.CountAsync(cancellationToken);
        var page = await Sort(entries, kind, filter.Sort, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        var registers = await db.RegistersOfAsync(page, cancellationToken);
        var language = AskedLanguage.OrEnglish(paging.Language);
        return TypedResults.Ok(new Page<EntrySummary>(total, paging.Number, paging.Size, [.. page.Select(entry => EntryResponses.Summary(entry, language, registers))]));
    }

    // Of the sessions to come the next one is first; recommendations stand under their summits.
    private static IQueryable<Entry> Sort(IQueryable<Entry> entries, string kind, string? sort, DateOnly today) => (sort, kind) switch
    {
        ("title", _) => entries.OrderBy(entry => entry.Title).ThenBy(entry => entry.Id),
        (_, EntryKinds.Session) => ByNewest(entries
            .OrderByDescending(entry => entry.EndsOn != null && entry.EndsOn >= today)
            .ThenBy(entry => entry.EndsOn != null && entry.EndsOn >= today ? entry.StartsOn : null)
            .ThenByDescending(entry => entry.Newest.HasValue)),
        (_, EntryKinds.Recommendation) => entries.OrderByDescending(entry => entry.Year.HasValue).ThenByDescending(entry => entry.Year).ThenBy(entry => entry.Title).ThenBy(entry => entry.Id),
        _ => ByNewest(entries.OrderByDescending(entry => entry.Newest.HasValue)),
    };

    private static IQueryable<Entry> ByNewest(IOrderedQueryable<Entry> entries) => entries.ThenByDescending(entry => entry.Newest).ThenBy(entry => entry.Title).ThenBy(entry => entry.Id);
}
