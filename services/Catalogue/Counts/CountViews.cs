using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Contracts.Gateway;
using PfP.ServiceDefaults;

namespace PfP.Catalogue.Counts;

/// <summary>Adds the gateway's numbers to the day's; the inbox sees to it that each report is added once.</summary>
internal sealed class CountViews(CatalogueDbContext db) : IEventHandler<EntriesViewed>
{
    public async Task HandleAsync(EntriesViewed message, EventContext context, CancellationToken cancellationToken)
    {
        // Addresses that lead to no entry count for nothing; in a fixed order two reports cannot wait for each other's rows.
        var kinds = message.Entries.Select(entry => entry.Kind).ToArray();
        var slugs = message.Entries.Select(entry => entry.Slug).ToArray();
        var views = message.Entries.Select(entry => entry.Views).ToArray();
        var downloads = message.Entries.Select(entry => entry.Downloads).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into entry_counts (day, entry_id, views, downloads)
            select {message.Day}, entries.id, sum(seen.views), sum(seen.downloads)
            from unnest({kinds}, {slugs}, {views}, {downloads}) as seen (kind, slug, views, downloads)
            join entries on entries.kind = seen.kind and entries.slug = seen.slug
            group by entries.id
            order by entries.id
            on conflict (day, entry_id) do update
            set views = entry_counts.views + excluded.views, downloads = entry_counts.downloads + excluded.downloads
            """,
            cancellationToken);
    }
}
