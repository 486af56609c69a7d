using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Submissions;
using PfP.Contracts.Catalogue;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Owners;

/// <summary>Tells when an entry is due for review, so that its owner is reminded; Notifications knows whom to write to.</summary>
internal sealed partial class ReviewReminder(IServiceScopeFactory scopes, DatabaseState state, TimeProvider clock, ILogger<ReviewReminder> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    /// <summary>Tells of those that are due on that day and were not told of yet; of two replicas one does.</summary>
    /// <returns>How many that were.</returns>
    public async Task<int> RemindAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDbContext>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        string[] kinds = [.. SubmissionTemplate.Kinds];
        var told = await db.ReviewReminders.FromSql($"""
            insert into review_reminders (entry_id, due_on, reminded_at)
            select entry.id, (revision.content ->> 'nextReview')::date, {now}
            from entries entry join entry_revisions revision on revision.entry_id = entry.id and revision.version = entry.version
            where entry.kind = any ({kinds}) and entry.state = 'published' and (entry.owner_country is not null or entry.owner_organisation is not null)
                and (revision.content ->> 'nextReview')::date <= {today}
            on conflict do nothing
            returning *
            """).AsNoTracking().ToDictionaryAsync(reminder => reminder.EntryId, reminder => reminder.DueOn, cancellationToken);
        foreach (var entry in await db.Entries.AsNoTracking().Where(entry => told.Keys.Contains(entry.Id)).ToListAsync(cancellationToken))
        {
            db.Publish(new ReviewDue(entry.Id, entry.Slug!, entry.Title, entry.Owner!, told[entry.Id]) { Kind = entry.Kind });
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return told.Count;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => state.RepeatAsync(
        async cancellationToken =>
        {
            if (await RemindAsync(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellationToken) is var count and > 0)
            {
                LogTold(count);
            }
        },
        Every, clock, logger, stoppingToken);

    [LoggerMessage(LogLevel.Information, "{Count} practices are due for review; their owners are told.")]
    private partial void LogTold(int count);
}

/// <summary>That owners were told of a practice that was due on a day.</summary>
internal sealed record ReviewReminded(Guid EntryId, DateOnly DueOn, DateTimeOffset RemindedAt);
