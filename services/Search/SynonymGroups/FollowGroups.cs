using Microsoft.EntityFrameworkCore;
using PfP.Search.Data;
using PfP.Search.Text;
using PfP.ServiceDefaults;

namespace PfP.Search.SynonymGroups;

/// <summary>
/// The groups as this process knows them. Every replica looks whether their revision has gone up, so that a change holds everywhere within
/// moments; while the database is away they stay as they were.
/// </summary>
internal sealed class FollowGroups(IServiceScopeFactory scopes, DatabaseState state, ILogger<FollowGroups> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private volatile AddedSynonyms current = AddedSynonyms.None;

    public AddedSynonyms Current => current;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => state.RepeatAsync(LookAsync, Every, TimeProvider.System, logger, stoppingToken);

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SearchDbContext>();
        // The number first: should a group change in between, it is read again the next time.
        var revision = await db.Database.SqlQuery<long>($"select revision as \"Value\" from synonym_state").SingleAsync(cancellationToken);
        if (revision != current.Revision)
        {
            var groups = await db.SynonymGroups.AsNoTracking().ToListAsync(cancellationToken);
            current = new(revision, groups.Select(group => ((IReadOnlyList<string>)group.Expressions, group.IsOneWay)));
        }
    }
}
