using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using PfP.Contracts.Catalogue.Api;
using PfP.Design.Languages;
using PfP.Design.Resources;
using PfP.Portal.Clients;

namespace PfP.Portal.Feeds;

/// <summary>The newest practices. An entry's date is the one its source states: the day it was added, else its year.</summary>
internal static class AtomFeed
{
    private const int Length = 30;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static async Task<IResult> GetAsync(HttpRequest request, CatalogueClient catalogue, IStringLocalizer<Texts> texts, CancellationToken cancellationToken)
    {
        var answer = await catalogue.EntriesAsync("practices", 1, Length, cancellationToken);
        if (answer.Value is not { } page)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var site = $"{request.Scheme}://{request.Host}";
        var newest = page.Items.Select(Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", SiteLanguage.Current.Code),
            new XElement(Atom + "id", site + SiteLanguage.Local("/practices")),
            new XElement(Atom + "title", texts["Feed.Title"].Value),
            new XElement(Atom + "updated", Instant(newest)),
            new XElement(Atom + "author", new XElement(Atom + "name", texts["Site.Name"].Value)),
            Link("self", site + SiteLanguage.Local("/practices/feed.atom")),
            Link("alternate", site + SiteLanguage.Local("/practices")),
            page.Items.Select(entry => Entry(entry, site)));
        return TypedResults.Text(feed.ToString(), "application/atom+xml", Encoding.UTF8);
    }

    private static XElement Entry(EntrySummary entry, string site) => new(
        Atom + "entry",
        new XAttribute(XNamespace.Xml + "lang", entry.Language),
        new XElement(Atom + "id", $"urn:uuid:{entry.Id}"),
        new XElement(Atom + "title", entry.Title),
        new XElement(Atom + "updated", Instant(Updated(entry))),
        Link("alternate", site + SiteLanguage.Local(entry.Url)),
        entry.Summary is null ? null : new XElement(Atom + "summary", entry.Summary),
        entry.Themes.Select(theme => new XElement(Atom + "category", new XAttribute("term", theme.Value))));

    private static XElement Link(string relation, string address) => new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address));

    private static DateTimeOffset Updated(EntrySummary entry)
    {
        var day = entry.DateAdded ?? (entry.Year is { } year ? new DateOnly(year, 1, 1) : null);
        return day is { } known ? new DateTimeOffset(known, TimeOnly.MinValue, TimeSpan.Zero) : DateTimeOffset.UnixEpoch;
    }

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
