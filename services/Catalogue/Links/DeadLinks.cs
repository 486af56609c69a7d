using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Links;

internal static class DeadLinks
{
    /// <summary>The web addresses that public entries name.</summary>
    public static IQueryable<EntryReference> WebReferences(this CatalogueDbContext db) =>
        db.References.Where(reference => reference.Relation == EntryReference.Web && db.Entries.Public().Any(entry => entry.Id == reference.EntryId));

    public static async Task<IReadOnlyList<DeadLink>> DeadLinksOfAsync(this CatalogueDbContext db, Guid entryId, CancellationToken cancellationToken) => await (
        from reference in db.References
        where reference.EntryId == entryId && reference.Relation == EntryReference.Web
        join check in db.LinkChecks on reference.TargetKey equals check.Url
        where check.DeadSince != null
        orderby check.Url
        select new DeadLink(check.Url, check.DeadSince!.Value, check.Reason!)).ToListAsync(cancellationToken);

    /// <summary>Of all entries, for the secretariat; what was noticed last comes first.</summary>
    public static async Task<Results<Ok<Page<EntryDeadLink>>, ValidationProblem>> PageAsync(
        [AsParameters] PagingInLanguage paging, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var dead =
            from check in db.LinkChecks
            where check.DeadSince != null
            join reference in db.References.Where(reference => reference.Relation == EntryReference.Web) on check.Url equals reference.TargetKey
            join entry in db.Entries.Public() on reference.EntryId equals entry.Id
            select new { Check = check, Entry = entry };
        var total = await dead.CountAsync(cancellationToken);
        var shown = await dead.AsNoTracking()
            .OrderByDescending(row => row.Check.DeadSince).ThenBy(row => row.Check.Url).ThenBy(row => row.Entry.Id)
            .Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<EntryDeadLink>(
            total,
            paging.Number,
            paging.Size,
            [.. shown.Select(row => new EntryDeadLink(EntryResponses.Link(row.Entry, row.Entry.Language), new(row.Check.Url, row.Check.DeadSince!.Value, row.Check.Reason!)))]));
    }
}
