using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Submissions;

/// <summary>Publishes what was accepted for a day, once that day begins (UTC), in the name of the moderator who accepted it.</summary>
internal sealed partial class ScheduledPublication(IServiceScopeFactory scopes, DatabaseState state, TimeProvider clock, ILogger<ScheduledPublication> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>Publishes what is due on that day; what another replica, its owner or the secretariat has moved on meanwhile is left alone.</summary>
    /// <returns>How many that were.</returns>
    public async Task<int> PublishAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var published = 0;
        foreach (var (id, version, by) in await DueAsync(today, cancellationToken))
        {
            published += await TryAsync(id, version, by, cancellationToken) ? 1 : 0;
        }

        return published;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => state.RepeatAsync(
        async cancellationToken =>
        {
            if (await PublishAsync(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellationToken) is var count and > 0)
            {
                LogPublished(count);
            }
        },
        Every, clock, logger, stoppingToken);

    private async Task<bool> TryAsync(Guid id, int version, Guid by, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var (published, obstacle) = await scope.ServiceProvider.GetRequiredService<PublishSubmission>()
                .TryAsync(id, new IfMatch(version), new Contributor(by, null, IsStaff: true), cancellationToken);
            if (published is null)
            {
                LogLeft(id, obstacle!.Result.GetType().Name);
            }

            return published is not null;
        }
        catch (DbUpdateConcurrencyException)
        {
            LogLeft(id, "somebody moved it on at the same moment");
            return false;
        }
    }

    private async Task<List<(Guid Id, int Version, Guid By)>> DueAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<CatalogueDbContext>().Submissions.AsNoTracking()
            .Where(submission => submission.PublishOn <= today)
            .OrderBy(submission => submission.PublishOn)
            .Select(submission => new { submission.Id, submission.Version, submission.PublishBy })
            .ToListAsync(cancellationToken);
        return [.. due.Select(submission => (submission.Id, submission.Version, submission.PublishBy!.Value))];
    }

    [LoggerMessage(LogLevel.Information, "{Count} submissions were published on the day for which they were accepted.")]
    private partial void LogPublished(int count);

    [LoggerMessage(LogLevel.Warning, "Submission {Id} was to be published today and is not: {Reason}")]
    private partial void LogLeft(Guid id, string reason);
}
