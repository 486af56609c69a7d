using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Countries;
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

    /// <summary>The public Migration Profiles whose document is elsewhere on the web.</summary>
    public static IQueryable<MigrationProfile> LinkedProfiles(this CatalogueDbContext db) =>
        db.MigrationProfiles.Where(profile => profile.WithdrawnAt == null && profile.FileId == null);

    public static async Task<IReadOnlyList<DeadLink>> DeadLinksOfAsync(this CatalogueDbContext db, Guid entryId, CancellationToken cancellationToken) => await (
        from reference in db.References
        where reference.EntryId == entryId && reference.Relation == EntryReference.Web
        join check in db.LinkChecks on reference.TargetKey equals check.Url
        where check.DeadSince != null
        orderby check.Url
        select new DeadLink(check.Url, check.DeadSince!.Value, check.Reason!)).ToListAsync(cancellationToken);

    /// <summary>Of all entries and Migration Profiles, for the secretariat; what was noticed last comes first.</summary>
    public static async Task<Results<Ok<Page<EntryDeadLink>>, ValidationProblem>> PageAsync(
        [AsParameters] PagingInLanguage paging, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        if (paging.Errors() is { Count: > 0 } errors)
        {
            return TypedResults.ValidationProblem(errors);
        }

        var dead = (
            from check in db.LinkChecks
            where check.DeadSince != null
            join reference in db.WebReferences() on check.Url equals reference.TargetKey
            select new { check.Url, check.DeadSince, check.Reason, NamedBy = reference.EntryId }).Concat(
            from check in db.LinkChecks
            where check.DeadSince != null
            join profile in db.LinkedProfiles() on check.Url equals profile.Url
            select new { check.Url, check.DeadSince, check.Reason, NamedBy = profile.Id });
        var total = await dead.CountAsync(cancellationToken);
        var shown = await dead.OrderByDescending(row => row.DeadSince).ThenBy(row => row.Url).ThenBy(row => row.NamedBy).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellationToken);
        var ids = shown.Select(row => row.NamedBy).ToList();
        var links = (await db.Entries.AsNoTracking().Where(entry => ids.Contains(entry.Id)).ToListAsync(cancellationToken)).ToDictionary(entry => entry.Id, entry => EntryResponses.Link(entry, entry.Language));
        foreach (var profile in await db.MigrationProfiles.AsNoTracking().Where(profile => ids.Contains(profile.Id)).ToListAsync(cancellationToken))
        {
            links.Add(profile.Id, ProfileEvents.Link(profile));
        }

        return TypedResults.Ok(new Page<EntryDeadLink>(
            total, paging.Number, paging.Size, [.. shown.Select(row => new EntryDeadLink(links[row.NamedBy], new(row.Url, row.DeadSince!.Value, row.Reason!)))]));
    }

    /// <summary>Of a country's Migration Profiles, for those who write them.</summary>
    public static async Task<Results<Ok<IReadOnlyList<EntryDeadLink>>, ProblemHttpResult>> OfProfilesAsync(
        string country, Contributor contributor, CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var code = country.ToUpperInvariant();
        if (!contributor.MayWriteProfilesOf(code))
        {
            return ProfileAccess.NotTheirs();
        }

        var dead = await (
            from profile in db.LinkedProfiles()
            where profile.Country == code
            join check in db.LinkChecks on profile.Url equals check.Url
            where check.DeadSince != null
            orderby profile.Year descending, profile.Language
            select new { Profile = profile, Check = check }).AsNoTracking().ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<EntryDeadLink>>(
            [.. dead.Select(row => new EntryDeadLink(ProfileEvents.Link(row.Profile), new(row.Check.Url, row.Check.DeadSince!.Value, row.Check.Reason!)))]);
    }
}
