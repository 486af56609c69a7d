using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Entries;

internal static class ListEntries
{
    public static Func<EntryFilter, PagingInLanguage, CatalogueDbContext, CancellationToken, Task<Results<Ok<Page<EntrySummary>>, ValidationProblem>>> For(string kind) =>
        ([AsParameters] filter, [AsParameters] paging, db, cancellationToken) => HandleAsync(kind, filter, paging, db, cancellationToken);

    private static async Task<Results<Ok<Page<EntrySummary>>, ValidationProblem>> HandleAsync(
        string kind, EntryFilter filter, PagingInLanguage paging, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var errors = filter.Errors(kind).Concat(paging.Errors()).ToDictionary();
        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var entries = filter.Apply(db.Entries.AsNoTracking().Public().Where(entry => entry.Kind == kind));
        var total = await entries.CountAsync(cancellationToken);
        var page = await Sort(entries, filter.Sort).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        var registers = await db.RegistersOfAsync(page, cancellationToken);
        var language = AskedLanguage.OrEnglish(paging.Language);
        return TypedResults.Ok(new Page<EntrySummary>(total, paging.Number, paging.Size, [.. page.Select(entry => EntryResponses.Summary(entry, language, registers))]));
    }

    private static IQueryable<Entry> Sort(IQueryable<Entry> entries, string? sort) => sort == "title"
        ? entries.OrderBy(entry => entry.Title).ThenBy(entry => entry.Id)
        : entries.OrderByDescending(entry => entry.Newest.HasValue).ThenByDescending(entry => entry.Newest).ThenBy(entry => entry.Title).ThenBy(entry => entry.Id);
}
