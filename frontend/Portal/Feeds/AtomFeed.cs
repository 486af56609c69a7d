using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using PfP.Contracts.Catalogue.Api;
using PfP.Design.Resources;
using PfP.Portal.Clients;

namespace PfP.Portal.Feeds;

/// <summary>The newest practices. An entry's date is the one its source states: the day it was added, else its year.</summary>
internal static class AtomFeed
{
    private const int Length = 30;

    public static async Task<IResult> GetAsync(HttpRequest request, CatalogueClient catalogue, IStringLocalizer<Texts> texts, CancellationToken cancellationToken)
    {
        var answer = await catalogue.EntriesAsync("practices", 1, Length, cancellationToken);
        if (answer.Value is not { } page)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var feed = AtomDocument.Of(request);
        return feed.Write(texts["Feed.Title"], texts["Site.Name"], "/practices", "/practices", "/practices/feed.atom", [.. page.Items.Select(entry => Entry(feed, entry))]);
    }

    private static (DateTimeOffset Updated, XElement Entry) Entry(AtomDocument feed, EntrySummary entry) => feed.Entry(
        entry.Id, entry.Language, entry.Title, Updated(entry), entry.Url,
        [
            entry.Summary is null ? null : new XElement(AtomDocument.Atom + "summary", entry.Summary),
            .. entry.Themes.Select(theme => new XElement(AtomDocument.Atom + "category", new XAttribute("term", theme.Value))),
        ]);

    private static DateTimeOffset Updated(EntrySummary entry)
    {
        var day = entry.DateAdded ?? (entry.Year is { } year ? new DateOnly(year, 1, 1) : null);
        return day is { } known ? new DateTimeOffset(known, TimeOnly.MinValue, TimeSpan.Zero) : DateTimeOffset.UnixEpoch;
    }
}
