using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;

namespace PfP.Catalogue.Reports;

internal static partial class ReportedPage
{
    /// <summary>The entry that readers see at a path of the portal, also where it leads on from a duplicate; null where they see none.</summary>
    public static async Task<Entry?> PublicEntryAtAsync(this CatalogueDbContext db, string? path, CancellationToken cancellationToken)
    {
        if (Shape().Match(path ?? "") is not { Success: true } match)
        {
            return null;
        }

        var (kind, slug) = (EntryAddress.Kinds.Single(kind => EntryAddress.Collection(kind) == match.Groups["list"].Value), match.Groups["slug"].Value);
        var entry = await db.Entries.AsNoTracking().FirstOrDefaultAsync(entry => entry.Kind == kind && entry.Slug == slug, cancellationToken);
        while (entry?.MergedInto is { } target)
        {
            entry = await db.Entries.AsNoTracking().FirstAsync(other => other.Id == target, cancellationToken);
        }

        return entry is { IsPublic: true } ? entry : null;
    }

    [GeneratedRegex(@"^/(?<list>practices|tools|sessions)/(?<slug>[a-z0-9-]{1,300})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
