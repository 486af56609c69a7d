using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Entries;

/// <summary>Addresses for new entries, read beforehand for the titles that they will have.</summary>
internal sealed class FreeSlugs
{
    private readonly HashSet<(string Kind, string Slug)> taken;

    private FreeSlugs(IEnumerable<(string Kind, string Slug)> taken) => this.taken = [.. taken];

    public static async Task<FreeSlugs> LoadAsync(CatalogueDbContext db, IEnumerable<string> titles, CancellationToken cancellationToken)
    {
        var wanted = titles.Select(title => Slug.From(title)).Where(slug => slug.Length > 0).Distinct().ToArray();
        var patterns = wanted.Select(slug => slug + "-%").ToArray();
        var found = await db.Entries
            .Where(entry => wanted.Contains(entry.Slug!) || patterns.Any(pattern => EF.Functions.Like(entry.Slug!, pattern)))
            .Select(entry => new { entry.Kind, entry.Slug })
            .ToListAsync(cancellationToken);
        return new FreeSlugs(found.Select(entry => (entry.Kind, entry.Slug!)));
    }

    /// <summary>From the title, with a number where another entry has it; from the id where no letter of the title is ASCII.</summary>
    public string Take(string kind, string title, Guid id) => Slug.Free(Slug.Of(title, kind, id), free => taken.Add((kind, free)));
}
