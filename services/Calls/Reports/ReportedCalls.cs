using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.Contracts.Catalogue;
using PfP.Contracts.Catalogue.Api;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Reports;

namespace PfP.Calls.Reports;

/// <summary>The pages of calls, as readers report something about them.</summary>
internal sealed partial class ReportedCalls(CallsDbContext db) : IReportedPages
{
    public ServiceDbContext Database => db;

    public async Task<Guid?> FindAsync(string? path, CancellationToken cancellationToken) =>
        Shape().Match(path ?? "") is { Success: true } match ? (await db.CallAsync(match.Groups["slug"].Value, cancellationToken))?.Id : null;

    public async Task<IReadOnlyDictionary<Guid, EntryLink>> LinksAsync(IReadOnlyCollection<Guid> ids, string? language, CancellationToken cancellationToken) =>
        await db.Calls.AsNoTracking().Where(call => ids.Contains(call.Id)).ToDictionaryAsync(call => call.Id, call => Link(call, language), cancellationToken);

    public void Record(ReaderReport closed, Contributor contributor, DateTimeOffset at) =>
        db.Audit.Add(new AuditRecord(at, contributor.Actor, "report closed", closed.Id, closed.Version, ["note"]));

    private static EntryLink Link(Call call, string? language)
    {
        var (found, texts) = call.Content.In(language ?? call.Content.Language);
        return new(EntryKinds.Call, call.Slug!, CallAddress.Of(call.Slug!), texts.Title, found);
    }

    [GeneratedRegex(@"^/calls/(?<slug>[a-z0-9-]{1,300})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
