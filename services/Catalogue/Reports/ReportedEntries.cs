using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Reports;

namespace PfP.Catalogue.Reports;

/// <summary>The pages of entries, as readers report something about them.</summary>
internal sealed partial class ReportedEntries(CatalogueDbContext db) : IReportedPages
{
    public ServiceDbContext Database => db;

    /// <summary>Also where the path leads on from a duplicate.</summary>
    public async Task<Guid?> FindAsync(string? path, CancellationToken cancellationToken)
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

        return entry is { IsPublic: true } ? entry.Id : null;
    }

    public async Task<IReadOnlyDictionary<Guid, EntryLink>> LinksAsync(IReadOnlyCollection<Guid> ids, string? language, CancellationToken cancellationToken) =>
        await db.Entries.AsNoTracking().Where(entry => ids.Contains(entry.Id))
            .ToDictionaryAsync(entry => entry.Id, entry => EntryResponses.Link(entry, language ?? entry.Language), cancellationToken);

    public void Record(ReaderReport closed, Contributor contributor, DateTimeOffset at) =>
        db.Audit.Add(new AuditRecord(at, contributor.Actor, "closed", "reader report", closed.Id, closed.Version, ["note"]));

    [GeneratedRegex(@"^/(?<list>practices|tools|sessions|recommendations)/(?<slug>[a-z0-9-]{1,300})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
