using System.Text;
using System.Xml.Linq;
using PfP.Contracts;
using PfP.Design.Languages;
using PfP.Portal.Clients;
using PfP.Portal.Text;
using PfP.Vocabularies;

namespace PfP.Portal.Feeds;

/// <summary>All public pages with their three languages.</summary>
internal static class Sitemap
{
    private const int PageSize = 100;

    // A sitemap holds 50,000 addresses; the lists are paged to 10,000.
    private const int LastPage = 100;

    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    private static readonly string[] Fixed =
    [
        "/", "/practices", "/tools", "/calls", "/sessions", "/recommendations", "/themes", "/countries", "/regions", "/organisations", "/summits", "/working-groups", "/announcements", "/map", "/search",
        "/about", "/numbers", "/help", "/contact", "/privacy", "/terms", "/accessibility",
    ];

    public static async Task<IResult> GetAsync(HttpRequest request, CatalogueClient catalogue, CallsClient calls, GroupsClient groups, CancellationToken cancellationToken)
    {
        List<string> paths = [.. Fixed, .. Vocabulary.Themes.Select(theme => $"/themes/{theme.Value}"), .. Vocabulary.Regions.Select(region => $"/regions/{region.Value}")];
        var (countries, summits) = (await catalogue.CountriesAsync(cancellationToken), await catalogue.SummitsAsync(cancellationToken));
        if (countries.Value is null || summits.Value is null)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        paths.AddRange(countries.Value.Where(country => country.Practices + country.Tools + country.Sessions > 0).Select(country => $"/countries/{country.Code.ToLowerInvariant()}"));
        paths.AddRange(summits.Value.Select(summit => $"/summits/{summit.Number}"));
        paths.AddRange(((await groups.ListAsync(cancellationToken)).Value ?? []).Select(group => group.Url));
        foreach (var kind in Kinds.All)
        {
            paths.AddRange(await EveryAsync(number => catalogue.EntriesAsync(Kinds.List(kind), number, PageSize, cancellationToken, "title"), entry => entry.Url));
        }

        paths.AddRange(await EveryAsync(number => calls.ListAsync(number, PageSize, cancellationToken), call => call.Url));

        var site = $"{request.Scheme}://{request.Host}";
        var map = new XElement(Map + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Html), paths.SelectMany(path => Addresses(site, path)));
        return TypedResults.Text(map.ToString(SaveOptions.DisableFormatting), "application/xml", Encoding.UTF8);
    }

    private static async Task<List<string>> EveryAsync<T>(Func<int, Task<Answer<Page<T>>>> read, Func<T, string> address)
    {
        List<string> paths = [];
        for (var number = 1; number <= LastPage; number++)
        {
            var page = (await read(number)).Value;
            paths.AddRange(page?.Items.Select(address) ?? []);
            if (page is null || number * PageSize >= page.Total)
            {
                break;
            }
        }

        return paths;
    }

    private static IEnumerable<XElement> Addresses(string site, string path) =>
        SiteLanguage.All.Select(language => new XElement(
            Map + "url",
            new XElement(Map + "loc", site + language.Path(path)),
            SiteLanguage.All.Select(other => new XElement(
                Html + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", other.Code), new XAttribute("href", site + other.Path(path))))));
}
