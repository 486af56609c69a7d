using System.Net;
using System.Xml.Linq;

namespace PfP.Portal.Tests.Feeds;

/// <summary>Calls for feed readers, by the rules of RFC 4287.</summary>
public sealed class CallsFeedTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("", "", "en", "/calls")]
    [InlineData("/fr", "?theme=remittances", "fr", "/search?kind=call&theme=remittances")]
    [InlineData("/es", "?type=survey&country=KE&country=GH", "es", "/search?kind=call&country=GH&country=KE&callType=survey")]
    public async Task Feed_HasWhatAFeedMustHave_AndEveryEntryToo(string prefix, string query, string language, string page)
    {
        var feed = await ReadAsync($"{prefix}/calls/feed.atom{query}");

        Assert.Equal(language, feed.Attribute(XNamespace.Xml + "lang")!.Value);
        var canonical = query.Replace("?type=survey&country=KE&country=GH", "?country=GH&country=KE&type=survey", StringComparison.Ordinal);
        Assert.Equal($"http://localhost{prefix}/calls{canonical}", One(feed, "id"));
        Assert.Equal([("self", $"http://localhost{prefix}/calls/feed.atom{canonical}"), ("alternate", $"http://localhost{prefix}{page}")], LinksOf(feed));
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(entries.Max(Updated), Updated(feed));
        Assert.Equal(entries.Count, entries.Select(entry => One(entry, "id")).Distinct().Count());
        Assert.All(entries, entry =>
        {
            Assert.Matches("^urn:uuid:[0-9a-f-]{36}$", One(entry, "id"));
            Assert.NotEmpty(One(entry, "title"));
            Assert.Equal("en", entry.Attribute(XNamespace.Xml + "lang")!.Value);
            Assert.Equal("alternate", Assert.Single(LinksOf(entry)).Relation);
        });
    }

    [Fact]
    public async Task Entries_SayWhatHappened_AndRecordsOfTheArchiveAreNone()
    {
        var entries = (await ReadAsync("/calls/feed.atom")).Elements(Atom + "entry").ToDictionary(entry => LinksOf(entry).Single().Address);

        var extended = entries["http://localhost/calls/closing"];
        Assert.Equal("Extended: Partners for a study, with; odd, characters", One(extended, "title"));
        Assert.Equal(
            "Extended on 1 January 2094\n\nMore time was asked for.\n\nUntil then the deadline was 1 February 2094, 17:00.\n\nReplies until 1 March 2094, 17:00 (Zurich time)", One(extended, "content"));
        Assert.Equal(new(2094, 1, 1, 8, 30, 0, TimeSpan.Zero), Updated(extended));
        var cancelled = entries["http://localhost/calls/cancelled"];
        Assert.Equal(("Cancelled: A survey that was cancelled", $"Cancelled on 4 January 2094\n\n{HostileSubmissions.Line}"), (One(cancelled, "title"), One(cancelled, "content")));
        Assert.Equal(("Films on migration", "Replies are taken until further notice."), (One(entries["http://localhost/calls/rolling"], "title"), One(entries["http://localhost/calls/rolling"], "content")));
        Assert.DoesNotContain("http://localhost/calls/informal", entries.Keys);
        Assert.DoesNotContain(cancelled.Descendants(), element => element.Name.LocalName is "script" or "img");
        Assert.StartsWith("Prorrogado: ", One((await ReadAsync("/es/calls/feed.atom")).Elements(Atom + "entry").First(), "title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_AsksForTheLatestChanges_OfItsSelectionAlone_WhateverTheirStatus()
    {
        await portal.VisitAsync("/calls/feed.atom?theme=remittances&summit=4&status=open&q=ignored");

        var asked = portal.Behind.Asked.Last(path => path.StartsWith("/api/calls?", StringComparison.Ordinal));
        Assert.Contains("summit=4&theme=remittances&sort=changed", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("ignored", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("status", asked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await portal.VisitAsync("/calls/feed.atom?theme=weather")).Status);
    }

    [Fact]
    public async Task Feed_ThatAReaderHasAlready_IsNotSentAgain()
    {
        using var reader = portal.CreateReader();
        var path = new Uri("/calls/feed.atom?theme=remittances", UriKind.Relative);
        using var first = await reader.GetAsync(path, TestContext.Current.CancellationToken);
        reader.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await reader.GetAsync(path, TestContext.Current.CancellationToken);
        using var other = await reader.GetAsync(new Uri("/fr/calls/feed.atom?theme=remittances", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (again.StatusCode, other.StatusCode));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    [Theory]
    [InlineData("/calls", "")]
    [InlineData("/fr/calls?callStatus=open", "")]
    [InlineData("/search?kind=call&theme=remittances&callStatus=open&sort=deadline", "?theme=remittances")]
    [InlineData("/search?country=KE&callType=survey", "?country=KE&type=survey")]
    public async Task Pages_LeadToTheFeedAndTheCalendarOfWhatTheyShow(string path, string query)
    {
        var visit = await portal.VisitAsync(path);

        var prefix = path.StartsWith("/fr", StringComparison.Ordinal) ? "/fr" : "";
        Assert.Contains($"{prefix}/calls/feed.atom{query}", visit.Page.QuerySelectorAll("head link[rel=alternate][type='application/atom+xml']").Select(link => link.GetAttribute("href")));
        Assert.Contains($"{prefix}/calls/feed.atom{query}", visit.Links("main"));
        Assert.Contains($"{prefix}/calls/deadlines.ics{query}", visit.Links("main"));
    }

    [Theory]
    [InlineData("/search")]
    [InlineData("/search?q=money&theme=remittances")]
    [InlineData("/search?kind=practice&theme=remittances")]
    [InlineData("/search?theme=remittances&gcm=20")]
    public async Task Pages_OfWhatNoSubscriptionCanKeep_LeadToNone(string path) =>
        Assert.DoesNotContain((await portal.VisitAsync(path)).Links("main"), link => link.Contains("feed.atom", StringComparison.Ordinal));

    private async Task<XElement> ReadAsync(string path) => XDocument.Parse((await portal.VisitAsync(path)).Html).Root!;

    private static string One(XElement of, string name) => Assert.Single(of.Elements(Atom + name)).Value;

    private static DateTimeOffset Updated(XElement of) => DateTimeOffset.Parse(One(of, "updated"), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<(string Relation, string Address)> LinksOf(XElement of) => of.Elements(Atom + "link").Select(link => (link.Attribute("rel")!.Value, link.Attribute("href")!.Value));
}
