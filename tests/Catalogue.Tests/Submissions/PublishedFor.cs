using Microsoft.EntityFrameworkCore;
using PfP.Catalogue.Tests.Hosting;

namespace PfP.Catalogue.Tests.Submissions;

internal static class PublishedFor
{
    /// <summary>The slug of a new public practice for which that country or organisation answers, whether or not there is such a one.</summary>
    public static async Task<string> PracticeOfAsync(this CatalogueHost host, string owner)
    {
        var key = $"of-{Guid.NewGuid():n}";
        await host.ImportAsync(new { kind = "practice", key, title = $"Published {key}", summary = "What it is.", countries = new[] { "MD|lead" } });
        var country = owner["country:".Length..];
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"update entries set owner_country = {country} where slug = {$"published-{key}"}", TestContext.Current.CancellationToken));
        return $"published-{key}";
    }
}
