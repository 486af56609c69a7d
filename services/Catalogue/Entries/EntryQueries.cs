using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;

namespace PfP.Catalogue.Entries;

internal static class EntryQueries
{
    /// <summary>What everybody may read: published and archived entries.</summary>
    public static IQueryable<Entry> Public(this IQueryable<Entry> entries) =>
        entries.Where(entry => entry.State == EntryState.Published || entry.State == EntryState.Archived);

    /// <summary>What is at an address of the API: an entry to show, or what the address answers without one.</summary>
    /// <param name="suffix">What the address has after the entry's own.</param>
    public static async Task<(Entry? Entry, NoEntry? Answer)> EntryAtAsync(
        this CatalogueDbContext db, string kind, string slug, string suffix, CancellationToken cancellationToken)
    {
        var entry = await db.Entries.AsNoTracking().FirstOrDefaultAsync(entry => entry.Kind == kind && entry.Slug == slug, cancellationToken);
        return entry switch
        {
            null => (null, NoEntry.Unknown),
            { State: EntryState.Merged } => (null, await NoEntry.MovedAsync(db, entry, suffix, cancellationToken)),
            { State: EntryState.Withdrawn } => (null, NoEntry.Gone(entry)),
            _ => (entry, null),
        };
    }

    /// <summary>What the current version says.</summary>
    public static async Task<EntryContent> ContentOfAsync(this CatalogueDbContext db, Entry entry, CancellationToken cancellationToken) =>
        (await db.Revisions.AsNoTracking().SingleAsync(revision => revision.EntryId == entry.Id && revision.Version == entry.Version, cancellationToken)).Content;

    public static Task<Registers> RegistersOfAsync(this CatalogueDbContext db, IReadOnlyCollection<Entry> entries, CancellationToken cancellationToken) =>
        db.RegistersOfAsync([.. entries.SelectMany(entry => entry.Organisations)], [.. entries.SelectMany(entry => entry.Summits)], cancellationToken);

    public static async Task<Registers> RegistersOfAsync(this CatalogueDbContext db, string[] organisations, int[] summits, CancellationToken cancellationToken) => new(
        organisations.Length == 0
            ? new Dictionary<string, Organisations.Organisation>()
            : await db.Organisations.AsNoTracking().Where(organisation => organisations.Contains(organisation.Slug)).ToDictionaryAsync(organisation => organisation.Slug, cancellationToken),
        summits.Length == 0
            ? new Dictionary<int, Summits.Summit>()
            : await db.Summits.AsNoTracking().Where(summit => summits.Contains(summit.Number)).ToDictionaryAsync(summit => summit.Number, cancellationToken));
}
