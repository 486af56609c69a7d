using System.Globalization;
using System.Text;
using System.Xml.Linq;
using PfP.Design.Languages;
using PfP.ServiceDefaults;

namespace PfP.Portal.Feeds;

/// <summary>A feed as Atom (RFC 4287), in the language of the page that it stands for.</summary>
/// <param name="site">Origin of its addresses.</param>
internal sealed class AtomDocument(string site)
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static AtomDocument Of(HttpRequest request) => new($"{request.Scheme}://{request.Host}");

    /// <param name="page">Path and query of the page with the same things, without culture.</param>
    /// <param name="feed">Of the feed itself.</param>
    /// <param name="id">Of what names the feed for good.</param>
    public IResult Write(string title, string author, string id, string page, string feed, IReadOnlyCollection<(DateTimeOffset Updated, XElement Entry)> entries)
    {
        var newest = entries.Select(entry => entry.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        var document = new XElement(
            Atom + "feed",
            Language(SiteLanguage.Current.Code),
            new XElement(Atom + "id", Address(id)),
            new XElement(Atom + "title", title),
            new XElement(Atom + "updated", Instant(newest)),
            new XElement(Atom + "author", new XElement(Atom + "name", author)),
            Link("self", feed),
            Link("alternate", page),
            entries.Select(entry => entry.Entry));
        return new TaggedContent(Encoding.UTF8.GetBytes(document.ToString()), "application/atom+xml; charset=utf-8");
    }

    /// <param name="id">The same for good, whatever becomes of it.</param>
    /// <param name="language">Of title and further texts.</param>
    /// <param name="more">What else is said of it.</param>
    public (DateTimeOffset Updated, XElement Entry) Entry(Guid id, string language, string title, DateTimeOffset updated, string path, params IEnumerable<XElement?> more) => (updated, new(
        Atom + "entry",
        Language(language),
        new XElement(Atom + "id", $"urn:uuid:{id}"),
        new XElement(Atom + "title", title),
        new XElement(Atom + "updated", Instant(updated)),
        Link("alternate", path),
        more.OfType<XElement>()));

    public static XAttribute Language(string code) => new(XNamespace.Xml + "lang", code);

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private XElement Link(string relation, string path) => new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", Address(path)));

    private string Address(string path) => site + SiteLanguage.Local(path);
}
