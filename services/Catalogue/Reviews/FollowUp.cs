using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Chains;
using PfP.Catalogue.Data;

namespace PfP.Catalogue.Reviews;

/// <summary>A link of a chain whose ends are both public and not the same, as everybody sees it, with what its ends are about.</summary>
/// <param name="From">The entry or call that was there first.</param>
internal sealed record FollowUp(Guid From, string Relation, DateTimeOffset SaidAt, DateTimeOffset? WithdrawnAt, IEnumerable<string> Countries, IEnumerable<string> Themes)
{
    public bool IsStanding => WithdrawnAt is null;

    public bool StoodAt(DateTimeOffset moment) => SaidAt < moment && !(WithdrawnAt < moment);

    public static async Task<IReadOnlyList<FollowUp>> AllAsync(CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var links = await db.ChainLinks.AsNoTracking().ToListAsync(cancellationToken);
        var ends = await db.ChainEndsAsync([.. links.SelectMany(link => new[] { link.FromKey, link.ToKey }).Distinct()], "en", cancellationToken);
        Guid[] ids = [.. ends.Values.Select(end => end.Id).Distinct()];
        // Of a call the catalogue knows no more than its title.
        var entries = await db.Entries.Where(entry => ids.Contains(entry.Id)).Select(entry => new { entry.Id, entry.Countries, entry.Themes }).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        return
        [
            .. from link in links
               let @from = ends.GetValueOrDefault(link.FromKey)
               let to = ends.GetValueOrDefault(link.ToKey)
               where @from is not null && to is not null && @from.Id != to.Id
               let known = new[] { @from.Id, to.Id }.Select(id => entries.GetValueOrDefault(id)).Where(entry => entry is not null).ToList()
               select new FollowUp(@from.Id, link.Relation, link.SaidAt, link.WithdrawnAt, known.SelectMany(entry => entry!.Countries), known.SelectMany(entry => entry!.Themes)),
        ];
    }
}
