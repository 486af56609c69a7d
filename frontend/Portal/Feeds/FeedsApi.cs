namespace PfP.Portal.Feeds;

/// <summary>What machines read beside the pages.</summary>
internal static class FeedsApi
{
    public static IEndpointRouteBuilder MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/practices/feed.atom", AtomFeed.GetAsync).ExcludeFromDescription();
        routes.MapGet("/calls/feed.atom", CallsFeed.GetAsync).ExcludeFromDescription();
        routes.MapGet("/calls/deadlines.ics", CallCalendar.ListAsync).ExcludeFromDescription();
        routes.MapGet("/calls/{slug}/deadline.ics", CallCalendar.OneAsync).ExcludeFromDescription();
        routes.MapGet("/sessions/{slug}/session.ics", SessionCalendar.GetAsync).ExcludeFromDescription();
        routes.MapGet("/announcements/feed.atom", AnnouncementsFeed.GetAsync).ExcludeFromDescription();
        routes.MapGet("/announcements/{id:guid}/event.ics", AnnouncementCalendar.GetAsync).ExcludeFromDescription();
        routes.MapGet("/sitemap.xml", Sitemap.GetAsync).ExcludeFromDescription();
        routes.MapGet("/robots.txt", Robots.Get).ExcludeFromDescription();
        return routes;
    }
}
