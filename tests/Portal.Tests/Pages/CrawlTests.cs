using System.Net;

namespace PfP.Portal.Tests.Pages;

public sealed class CrawlTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    // Filters can be combined without end: one step into them is enough.
    private static readonly string[] Endless = ["/search?", "/map?", "/contact?", "/report?"];

    // Signing in is the gateway's, to which pages for members lead; the account pages are the identity service's, and files are saved from the services.
    private static readonly string[] Elsewhere = ["/bff/", "/members/", "/account/", "/api/"];

    [Theory]
    [InlineData("/")]
    [InlineData("/fr")]
    [InlineData("/es")]
    public async Task Links_FromTheHomePageOn_AllLeadSomewhere(string start)
    {
        var prefix = start == "/" ? "" : start;
        var seen = new HashSet<string> { start };
        var open = new Queue<string>(seen);
        List<string> broken = [];
        while (open.TryDequeue(out var path))
        {
            var visit = await portal.VisitAsync(path);
            if (visit.Status != HttpStatusCode.OK)
            {
                broken.Add($"{path}: {visit.Status}");
            }

            var isEndless = Endless.Any(part => path.StartsWith(prefix + part, StringComparison.Ordinal));
            foreach (var link in isEndless ? [] : visit.Links("body").Where(link => link.StartsWith(prefix + "/", StringComparison.Ordinal)))
            {
                var target = link.Split('#')[0];
                // The other languages have a run of their own; countries and regions are alike.
                if (!visit.Links(".languages").Contains(link) && !Elsewhere.Any(part => target[prefix.Length..].StartsWith(part, StringComparison.Ordinal)) && !IsOneOfMany(target, seen) && seen.Add(target))
                {
                    open.Enqueue(target);
                }
            }
        }

        Assert.Empty(broken);
        Assert.True(seen.Count > 60, $"Only {seen.Count} pages were found.");
    }

    private static bool IsOneOfMany(string path, HashSet<string> seen) =>
        path.Contains("/countries/", StringComparison.Ordinal) && seen.Count(other => other.Contains("/countries/", StringComparison.Ordinal)) > 20;
}
