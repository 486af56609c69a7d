using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Data;
using PfP.Catalogue.Entries;
using PfP.Contracts.Catalogue.Api;

namespace PfP.Catalogue.Counts;

/// <summary>What was counted of entries. Whoever asks for an entry that was merged is led to the one that stays, so its counts are added to that one's and stay its own, too.</summary>
internal sealed class ReadCounts(CatalogueDbContext db, TimeProvider clock)
{
    private const int Months = 12;
    private const int Days = 30;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Of all of them at once.</summary>
    public async Task<IReadOnlyDictionary<Guid, CountTotals>> TotalsAsync(Guid[] entries, CancellationToken cancellationToken)
    {
        var counted = (await CountAsync(entries, cancellationToken)).ToLookup(month => month.EntryId);
        return entries.ToDictionary(entry => entry, entry => Total(counted[entry]));
    }

    public async Task<EntryCounts> OfAsync(Entry entry, CancellationToken cancellationToken)
    {
        var counted = await CountAsync([entry.Id], cancellationToken);
        var since = await db.Counts.MinAsync(count => (DateOnly?)count.Day, cancellationToken) ?? Today;
        var target = entry.MergedInto is { } id ? await db.Entries.AsNoTracking().SingleAsync(other => other.Id == id, cancellationToken) : null;
        return new(
            EntryResponses.Link(entry, entry.Language), EntryStates.Name(entry.State), since, Total(counted), [.. Fill(counted.ToDictionary(month => month.Month), FirstMonth(entry, since, counted))])
        {
            MergedInto = target is null ? null : EntryResponses.Link(target, target.Language),
        };
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    // What was merged into it may have been read before it was published.
    private static DateOnly FirstMonth(Entry entry, DateOnly since, IReadOnlyList<CountedMonth> counted)
    {
        var published = entry.PublishedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : since;
        return counted.Select(month => month.Month).Append(MonthOf(published > since ? published : since)).Min();
    }

    private IEnumerable<MonthCount> Fill(Dictionary<DateOnly, CountedMonth> counted, DateOnly first)
    {
        for (var month = first; month <= Today; month = month.AddMonths(1))
        {
            yield return counted.GetValueOrDefault(month) is { } count ? new(month, count.Views, count.Downloads) : new(month, 0, 0);
        }
    }

    private CountTotals Total(IEnumerable<CountedMonth> counted)
    {
        var all = counted.ToList();
        var latest = all.Where(month => month.Month > MonthOf(Today).AddMonths(-Months)).ToList();
        return new(
            new(all.Sum(month => month.RecentViews), all.Sum(month => month.RecentDownloads)),
            new(latest.Sum(month => month.Views), latest.Sum(month => month.Downloads)),
            new(all.Sum(month => month.Views), all.Sum(month => month.Downloads)));
    }

    private Task<List<CountedMonth>> CountAsync(Guid[] entries, CancellationToken cancellationToken)
    {
        var recent = Today.AddDays(1 - Days);
        return db.Database.SqlQuery<CountedMonth>(
            $"""
            with recursive parts (entry_id, part_id) as (
                select asked.id, asked.id from unnest({entries}) as asked (id)
                union
                select parts.entry_id, entries.id from parts join entries on entries.merged_into = parts.part_id
            )
            select parts.entry_id as "EntryId", date_trunc('month', day)::date as "Month", sum(views)::bigint as "Views", sum(downloads)::bigint as "Downloads",
                coalesce(sum(views) filter (where day >= {recent}), 0)::bigint as "RecentViews",
                coalesce(sum(downloads) filter (where day >= {recent}), 0)::bigint as "RecentDownloads"
            from parts join entry_counts on entry_counts.entry_id = parts.part_id
            group by 1, 2
            """).ToListAsync(cancellationToken);
    }

    private sealed record CountedMonth(Guid EntryId, DateOnly Month, long Views, long Downloads, long RecentViews, long RecentDownloads);
}
