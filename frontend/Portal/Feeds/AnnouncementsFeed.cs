using System.Xml.Linq;
using Microsoft.Extensions.Localization;
using PfP.Contracts.Catalogue.Api;
using PfP.Design.Resources;
using PfP.Portal.Clients;
using PfP.Portal.Resources;
using PfP.Portal.Text;

namespace PfP.Portal.Feeds;

/// <summary>Announcements, the newest first, in the reader's language and in English.</summary>
internal static class AnnouncementsFeed
{
    private const int Length = 30;

    public static async Task<IResult> GetAsync(HttpRequest request, AnnouncementsClient announcements, IStringLocalizer<ForumTexts> forumTexts, IStringLocalizer<Texts> texts, CancellationToken cancellationToken)
    {
        if ((await announcements.ListAsync(1, Length, cancellationToken, newest: true)).Value is not { } page)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var feed = AtomDocument.Of(request);
        return feed.Write(forumTexts["Announcements.Feed"], texts["Site.Name"], "/announcements", "/announcements", "/announcements/feed.atom", [.. page.Items.Select(item => Entry(feed, item))]);
    }

    private static (DateTimeOffset Updated, XElement Entry) Entry(AtomDocument feed, AnnouncementItem item) => feed.Entry(
        item.Id, item.Language, item.Title, Updated(item), item.Url,
        new XElement(AtomDocument.Atom + "content", item.Event is { } dates ? $"{AnnouncementTexts.When(dates)}, {dates.Place}\n\n{item.Text}" : item.Text));

    // One that was written before its day is news on that day.
    private static DateTimeOffset Updated(AnnouncementItem item)
    {
        var day = new DateTimeOffset(item.ShownFrom, TimeOnly.MinValue, TimeSpan.Zero);
        return item.ChangedAt > day ? item.ChangedAt : day;
    }
}
