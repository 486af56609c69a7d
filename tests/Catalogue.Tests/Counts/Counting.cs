using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Counts;
using PfP.Catalogue.Tests.Hosting;

namespace PfP.Catalogue.Tests.Counts;

internal static class Counting
{
    /// <summary>As if the practice had been read on those days.</summary>
    public static Task<int> CountAsync(this CatalogueHost host, string slug, params (DateOnly Day, int Views, int Downloads)[] days) => host.InDatabaseAsync(async db =>
    {
        var id = await db.Entries.Where(entry => entry.Slug == slug).Select(entry => entry.Id).SingleAsync(TestContext.Current.CancellationToken);
        db.Counts.AddRange(days.Select(day => new DailyCount { EntryId = id, Day = day.Day, Views = day.Views, Downloads = day.Downloads }));
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}
