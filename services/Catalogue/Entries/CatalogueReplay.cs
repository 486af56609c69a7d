using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Countries;
using PfP.Catalogue.Data;
using PfP.Catalogue.Groups;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Entries;

/// <summary>The current event of every entry, Migration Profile and working group, in pages by id so that a large catalogue is never in memory at once.</summary>
internal sealed class CatalogueReplay(CatalogueDbContext db) : IReplaySource
{
    private const int PageSize = 200;

    public async IAsyncEnumerable<object> EventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var last = Guid.Empty; ;)
        {
            var entries = await db.Entries.AsNoTracking().Where(entry => entry.State != EntryState.Draft && entry.Id > last).OrderBy(entry => entry.Id).Take(PageSize).ToListAsync(cancellationToken);
            foreach (var message in await EventsOfAsync(entries, cancellationToken))
            {
                yield return message;
            }

            if (entries.Count < PageSize)
            {
                break;
            }

            last = entries[^1].Id;
        }

        await foreach (var profile in db.MigrationProfiles.AsNoTracking().OrderBy(profile => profile.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return profile.WithdrawnAt is null ? ProfileEvents.Published(profile) : ProfileEvents.Withdrawn(profile);
        }

        foreach (var group in await db.WorkingGroups.AsNoTracking().Where(group => group.PublicVersion > 0).ToListAsync(cancellationToken))
        {
            yield return GroupEvents.Published(group, await GroupNames.OfAsync(db, group, cancellationToken));
        }
    }

    private async Task<List<object>> EventsOfAsync(List<Entry> entries, CancellationToken cancellationToken)
    {
        var open = entries.Where(entry => entry.IsPublic).ToList();
        var ids = open.Select(entry => entry.Id).ToList();
        var revisions = await db.Revisions.AsNoTracking().Where(revision => ids.Contains(revision.EntryId)).ToListAsync(cancellationToken);
        var contents = revisions.ToDictionary(revision => (revision.EntryId, revision.Version), revision => revision.Content);
        var registers = await db.RegistersOfAsync(open, cancellationToken);
        return
        [
            .. entries.Select(entry => entry.IsPublic
                ? EntryEvents.Published(entry, contents[(entry.Id, entry.Version)], registers)
                : (object)EntryEvents.Withdrawn(entry)),
        ];
    }
}
