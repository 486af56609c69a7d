using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;

namespace PfP.Catalogue.Entries;

internal static class EntryQueries
{
    /// <summary>What everybody may read: published and archived entries.</summary>
    public static IQueryable<Entry> Public(this IQueryable<Entry> entries) =>
        entries.Where(entry => entry.State == EntryState.Published || entry.State == EntryState.Archived);

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
