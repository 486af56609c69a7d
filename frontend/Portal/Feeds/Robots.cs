using System.Globalization;

namespace PfP.Portal.Feeds;

internal static class Robots
{
    // Filtered lists are endless combinations of pages that are reached otherwise.
    public static IResult Get(HttpRequest request) => TypedResults.Text(
        string.Create(CultureInfo.InvariantCulture, $"""
            User-agent: *
            Disallow: /search?
            Disallow: /fr/search?
            Disallow: /es/search?
            Disallow: /map?
            Disallow: /fr/map?
            Disallow: /es/map?
            Disallow: /contact?
            Disallow: /report?
            Disallow: /fr/report?
            Disallow: /es/report?
            Disallow: /clearance?
            Disallow: /fr/clearance?
            Disallow: /es/clearance?
            Disallow: /confirmation?
            Disallow: /fr/confirmation?
            Disallow: /es/confirmation?
            Disallow: /unsubscribe?
            Disallow: /fr/unsubscribe?
            Disallow: /es/unsubscribe?
            Disallow: /bff/

            Sitemap: {request.Scheme}://{request.Host}/sitemap.xml

            """));
}
