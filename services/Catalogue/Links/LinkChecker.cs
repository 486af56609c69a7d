using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Links;

/// <summary>Visits the web addresses of public entries and Migration Profiles, each when it is due and one at a time of the same host.</summary>
internal sealed partial class LinkChecker(IServiceScopeFactory scopes, LinkProbe probe, DatabaseState state, TimeProvider clock, ILogger<LinkChecker> logger) : BackgroundService
{
    private const int BatchSize = 20;
    private const int HostsAtOnce = 4;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    // Twenty links of one host, each at the end of its patience, are done by then.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan UntilTheNetworkIsBack = TimeSpan.FromHours(1);

    /// <summary>Visits what is due.</summary>
    /// <returns>How many addresses that were.</returns>
    public async Task<int> CheckAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDbContext>();
        await TakeStockAsync(db, cancellationToken);
        var total = 0;
        while (await ClaimAsync(db, cancellationToken) is { Count: > 0 } due)
        {
            total += due.Count;
            await VisitAsync(db, due, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        return total;
    }

    // Not at once: a start is busy enough.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        state.RepeatAsync(CheckAsync, Every, TimeProvider.System, logger, stoppingToken, atOnce: false);

    // New addresses are due at once; those that nothing public names any more are nobody's business.
    private async Task TakeStockAsync(CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync($"""
            insert into link_checks (url, next_at, failures)
            select named.url, {now}, 0
            from (
                select reference.target_key as url
                from entry_references reference join entries entry on entry.id = reference.entry_id
                where reference.relation = 'web' and entry.state in ('published', 'archived')
                union
                select profile.url
                from migration_profiles profile
                where profile.withdrawn_at is null and profile.file_id is null and octet_length(profile.url) <= {EntryReference.LongestAddress}
            ) named
            on conflict do nothing
            """, cancellationToken);
        await db.LinkChecks
            .Where(check => !db.WebReferences().Any(reference => reference.TargetKey == check.Url) && !db.LinkedProfiles().Any(profile => profile.Url == check.Url))
            .ExecuteDeleteAsync(cancellationToken);
    }

    // Other replicas pass over what is claimed; a claim that its holder never finished is due again.
    private Task<List<LinkCheck>> ClaimAsync(CatalogueDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.LinkChecks.FromSql($"""
            update link_checks set next_at = {now + Lease}
            where url in (select url from link_checks where next_at <= {now} order by next_at limit {BatchSize} for update skip locked)
            returning *
            """).ToListAsync(cancellationToken);
    }

    private async Task VisitAsync(CatalogueDbContext db, List<LinkCheck> due, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<LinkCheck, LinkAnswer>();
        await Parallel.ForEachAsync(
            due.GroupBy(check => new Uri(check.Url).Host),
            new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = cancellationToken },
            async (host, cancellation) =>
            {
                foreach (var check in host)
                {
                    var answer = await probe.AskAsync(check.Url, cancellation);
                    lock (answers)
                    {
                        answers[check] = answer;
                    }
                }
            });

        var now = clock.GetUtcNow();
        if (answers.Values.All(answer => answer == LinkAnswer.Unreachable) && !await NetworkAnswersAsync(db, cancellationToken))
        {
            LogNoNetwork(due.Count);
            due.ForEach(check => check.Postpone(now + UntilTheNetworkIsBack));
            return;
        }

        foreach (var (check, answer) in answers)
        {
            check.Note(answer, now);
        }

        LogVisited(due.Count, answers.Values.Count(answer => answer is not (LinkAnswer.Answered or LinkAnswer.NotAsked)));
    }

    // When nothing answers it may be us: the last one that did is asked once more.
    private async Task<bool> NetworkAnswersAsync(CatalogueDbContext db, CancellationToken cancellationToken) =>
        await db.LinkChecks.Where(check => check.AnsweredAt != null).OrderByDescending(check => check.AnsweredAt).Select(check => check.Url).FirstOrDefaultAsync(cancellationToken) is { } known
        && await probe.AskAsync(known, cancellationToken) != LinkAnswer.Unreachable;

    [LoggerMessage(LogLevel.Information, "{Count} links were visited, {Failing} of them did not answer.")]
    private partial void LogVisited(int count, int failing);

    [LoggerMessage(LogLevel.Warning, "None of {Count} links can be reached, nor any that answered before: the network seems to be away, and none of them is blamed.")]
    private partial void LogNoNetwork(int count);
}
