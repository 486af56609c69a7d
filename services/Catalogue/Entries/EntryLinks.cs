using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Entries;

/// <summary>Public entries that an entry is tied to, from its own side or theirs.</summary>
internal sealed record EntryLinks(
    IReadOnlyList<EntryLink> Parents,
    IReadOnlyList<EntryLink> Parts,
    IReadOnlyList<EntryLink> PresentedAt,
    IReadOnlyList<EntryLink> Related,
    IReadOnlyList<EntryLink> Uses,
    IReadOnlyList<EntryLink> UsedBy,
    IReadOnlyList<Presentation> Presentations)
{
    public static async Task<EntryLinks> ReadAsync(CatalogueDbContext db, Entry entry, EntryContent content, string language, CancellationToken cancellationToken)
    {
        var ownKeys = await db.Keys.Where(key => key.TargetId == entry.Id).Select(key => key.Key).ToListAsync(cancellationToken);
        var incoming = await IncomingAsync(db, ownKeys, cancellationToken);
        var outgoing = await OutgoingAsync(db, content, cancellationToken);

        IReadOnlyList<EntryLink> Links(IEnumerable<Entry> entries, params IEnumerable<IReadOnlyList<EntryLink>> shown) =>
        [
            .. entries.Where(other => other.Id != entry.Id)
                .DistinctBy(other => other.Id)
                .OrderByDescending(other => other.Newest)
                .ThenBy(other => other.Title, StringComparer.Ordinal)
                .Select(other => EntryResponses.Link(other, language))
                .Where(link => !shown.Any(list => list.Contains(link))),
        ];

        var parents = Links(content.Parents.SelectMany(key => outgoing[key]));
        var parts = Links(incoming[EntryReference.PartOf]);
        return new EntryLinks(
            parents,
            parts,
            Links(content.Appearances.SelectMany(appearance => outgoing[appearance.Session]).Concat(incoming[EntryReference.Presents])),
            Links(content.Related.SelectMany(key => outgoing[key]).Concat(incoming[EntryReference.Related]), parents, parts),
            Links(content.Uses.SelectMany(key => outgoing[key]).Concat(incoming[EntryReference.UsedBy])),
            Links(content.UsedBy.SelectMany(key => outgoing[key]).Concat(incoming[EntryReference.Uses])),
            entry.Kind == EntryKinds.Session ? await SessionProgramme.ReadAsync(db, entry, content, language, cancellationToken) : []);
    }

    private static async Task<ILookup<string, Entry>> IncomingAsync(CatalogueDbContext db, List<string> ownKeys, CancellationToken cancellationToken)
    {
        var links = await (
            from reference in db.References
            where ownKeys.Contains(reference.TargetKey)
            join other in db.Entries.AsNoTracking().Public() on reference.EntryId equals other.Id
            select new { reference.Relation, Entry = other }).ToListAsync(cancellationToken);
        return links.ToLookup(link => link.Relation, link => link.Entry);
    }

    private static async Task<ILookup<string, Entry>> OutgoingAsync(CatalogueDbContext db, EntryContent content, CancellationToken cancellationToken)
    {
        string[] keys = [.. content.Parents, .. content.Related, .. content.Uses, .. content.UsedBy, .. content.Appearances.Select(appearance => appearance.Session)];
        if (keys.Length == 0)
        {
            return Enumerable.Empty<Entry>().ToLookup(_ => "");
        }

        var links = await (
            from key in db.Keys
            where keys.Contains(key.Key)
            join other in db.Entries.AsNoTracking().Public() on key.TargetId equals other.Id
            select new { key.Key, Entry = other }).ToListAsync(cancellationToken);
        return links.ToLookup(link => link.Key, link => link.Entry);
    }
}
