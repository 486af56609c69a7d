using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PfP.Calls.Calls;
using PfP.Calls.Data;
using PfP.ServiceDefaults;

namespace PfP.Calls.Archive;

/// <summary>At the first start, enters the calls of GFMD's archive: those of March 2013, and what was asked informally.</summary>
internal sealed class ArchiveImport(IServiceScopeFactory scopes, DatabaseState state, TimeProvider clock, ILogger<ArchiveImport> logger) : BackgroundService
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(5);

    /// <summary>Enters those that are missing; does nothing once all are there.</summary>
    public async Task ImportAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CallsDbContext>();
        var known = await db.Calls.Where(call => call.ArchiveKey != null).Select(call => call.ArchiveKey).ToListAsync(cancellationToken);
        var at = clock.GetUtcNow();
        foreach (var record in Records().Where(record => !known.Contains(record.Key)))
        {
            var call = Call.Record(record.Key, Slug.From(record.Content.Texts[record.Content.Language].Title), record.Content, record.IsFormal, at);
            db.Calls.Add(call);
            db.Audit.Add(new AuditRecord(at, "archive", "recorded", call.Id, call.Version, StoredJson.Changes(null, call.Content)));
            db.Publish(CallEvents.Published(call));
        }

        // Of two replicas that start together the second fails here, and finds nothing left the next time.
        await db.SaveChangesAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => state.DoOnceAsync(ImportAsync, TryAgainAfter, logger, stoppingToken);

    internal static IReadOnlyList<ArchivedCall> Records()
    {
        using var json = Assembly.GetExecutingAssembly().GetManifestResourceStream("calls.json")!;
        return JsonSerializer.Deserialize<List<ArchivedCall>>(json, JsonSerializerOptions.Web)!;
    }
}

/// <param name="IsFormal">Whether it was a call with a deadline.</param>
internal sealed record ArchivedCall(string Key, bool IsFormal, CallContent Content);
