using System.Xml.Linq;

namespace PfP.Portal.Tests.Feeds;

public sealed class FeedsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Atom_Always_HasTheNewestPracticesWithStatedDates()
    {
        var feed = XDocument.Parse((await portal.VisitAsync("/fr/practices/feed.atom")).Html).Root!;
        var entry = feed.Elements(Atom + "entry").First();

        Assert.Equal("Sending Money Home", entry.Element(Atom + "title")!.Value);
        Assert.Equal("2013-01-07T00:00:00Z", entry.Element(Atom + "updated")!.Value);
        Assert.Equal("http://localhost/fr/practices/sending-money-home", entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Contains(feed.Elements(Atom + "entry"), other => other.Element(Atom + "title")!.Value == Samples.Hostile);
    }

    [Fact]
    public async Task Sitemap_Always_ListsEveryPageInEveryLanguage()
    {
        var map = XDocument.Parse((await portal.VisitAsync("/sitemap.xml")).Html).Root!;
        var addresses = map.Elements(Sitemap + "url").Select(url => url.Element(Sitemap + "loc")!.Value).ToList();

        Assert.Contains("http://localhost/practices/sending-money-home", addresses);
        Assert.Contains("http://localhost/fr/sessions/pfp-berlin", addresses);
        Assert.Contains("http://localhost/es/countries/mt", addresses);
        Assert.DoesNotContain("http://localhost/countries/fr", addresses);
        Assert.Equal(addresses.Count, addresses.Distinct().Count());
    }

    [Fact]
    public async Task Robots_Always_NamesTheSitemap() =>
        Assert.Contains("Sitemap: http://localhost/sitemap.xml", (await portal.VisitAsync("/robots.txt")).Html, StringComparison.Ordinal);
}
