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
        // Addresses and files that lead to no entry count for nothing; in a fixed order two reports cannot wait for each other's rows.
        var kinds = message.Entries.Select(entry => entry.Kind).ToArray();
        var slugs = message.Entries.Select(entry => entry.Slug).ToArray();
        var views = message.Entries.Select(entry => entry.Views).ToArray();
        var downloads = message.Entries.Select(entry => entry.Downloads).ToArray();
        var files = message.Files.Select(file => file.File).ToArray();
        var fileDownloads = message.Files.Select(file => file.Downloads).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into entry_counts (day, entry_id, views, downloads)
            select {message.Day}, entry_id, sum(views), sum(downloads) from (
                select entries.id as entry_id, seen.views, seen.downloads
                from unnest({kinds}, {slugs}, {views}, {downloads}) as seen (kind, slug, views, downloads)
                join entries on entries.kind = seen.kind and entries.slug = seen.slug
                union all
                select submissions.entry_id, 0, saved.downloads
                from unnest({files}, {fileDownloads}) as saved (file_id, downloads)
                join files on files.id = saved.file_id
                join submissions on submissions.id = files.submission_id and submissions.entry_id is not null
            ) as counted
            group by entry_id
            order by entry_id
            on conflict (day, entry_id) do update
            set views = entry_counts.views + excluded.views, downloads = entry_counts.downloads + excluded.downloads
            """,
            cancellationToken);
    }
}
