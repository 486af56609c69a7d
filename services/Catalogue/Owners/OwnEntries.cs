using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Catalogue.Links;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Authentication;

namespace PfP.Catalogue.Owners;

/// <summary>The public practices and policy tools of a country or organisation.</summary>
internal static class OwnEntries
{
    /// <summary>Those that it answers for, and those that name it while nobody does.</summary>
    public static IQueryable<Entry> EntriesOf(this CatalogueDbContext db, string? entity, string kind)
    {
        var (country, organisation) = (EntityKeys.Country(entity), EntityKeys.Organisation(entity));
        return db.Entries.Public().Where(entry => entry.Kind == kind && (
            entry.OwnerCountry == null && entry.OwnerOrganisation == null
                ? entry.Countries.Contains(country) || entry.Organisations.Contains(organisation)
                : (country != null && entry.OwnerCountry == country) || (organisation != null && entry.OwnerOrganisation == organisation)));
    }

    /// <summary>One of them, locked until the transaction ends: of several who decide about it at once, each sees what the one before did.</summary>
    public static async Task<Entry?> LockEntryAsync(this CatalogueDbContext db, string? entity, string kind, string slug, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select from entries where kind = {kind} and slug = {slug} for update", cancellationToken);
        return await db.EntriesOf(entity, kind).Include(entry => entry.References).FirstOrDefaultAsync(entry => entry.Slug == slug, cancellationToken);
    }

    public static bool Owns(this Contributor contributor, Entry entry) =>
        contributor.Entity is { } entity && entity == entry.Owner;

    public static async Task<OwnPractice> ViewAsync(this CatalogueDbContext db, Contributor contributor, Entry entry, CancellationToken cancellationToken)
    {
        var content = await db.ContentOfAsync(entry, cancellationToken);
        var correction = await db.OpenCorrections(entry.Id).Select(submission => (Guid?)submission.Id).FirstOrDefaultAsync(cancellationToken);
        return new(entry.Id, entry.Slug!, entry.Title, entry.Version, contributor.Owns(entry), content.LastVerified, content.NextReview, correction)
        {
            DeadLinks = await db.DeadLinksOfAsync(entry.Id, cancellationToken),
        };
    }

    /// <summary>At most one, as the database sees to.</summary>
    public static IQueryable<Submission> OpenCorrections(this CatalogueDbContext db, Guid entryId) =>
        db.Submissions.Where(submission => submission.EntryId == entryId && submission.Base != null && SubmissionStates.Open.Contains(submission.State));
}
