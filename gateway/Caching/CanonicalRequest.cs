using System.Text;
using Microsoft.Net.Http.Headers;

namespace PfP.Gateway.Caching;

/// <summary>
/// Requests that mean the same become the same, for the cache and for the services behind: tracking parameters go
/// (else one reader's campaign tag would stand in the links of a page kept for all), and one content coding is chosen.
/// </summary>
internal static class CanonicalRequest
{
    private static readonly HashSet<string> TrackingParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "_ga", "_gl", "dclid", "fbclid", "gclid", "gbraid", "igshid", "li_fat_id", "mc_cid", "mc_eid", "msclkid", "ttclid", "twclid", "wbraid", "yclid",
    };

    public static void Apply(HttpRequest request)
    {
        if (request.QueryString is { HasValue: true, Value: { } query })
        {
            request.QueryString = WithoutTracking(query);
        }

        if (PreferredEncoding(request.Headers.AcceptEncoding.ToString()) is { } encoding)
        {
            request.Headers.AcceptEncoding = encoding;
        }
        else
        {
            request.Headers.Remove(HeaderNames.AcceptEncoding);
        }
    }

    private static QueryString WithoutTracking(string query)
    {
        if (!query.Contains("utm_", StringComparison.OrdinalIgnoreCase) && !TrackingParameters.Any(name => query.Contains(name, StringComparison.OrdinalIgnoreCase)))
        {
            return new QueryString(query);
        }

        var kept = new StringBuilder();
        foreach (var pair in query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = pair.Split('=', 2)[0];
            if (!name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) && !TrackingParameters.Contains(name))
            {
                kept.Append(kept.Length == 0 ? '?' : '&').Append(pair);
            }
        }

        return new QueryString(kept.Length == 0 ? null : kept.ToString());
    }

    private static string? PreferredEncoding(string accepted)
    {
        if (accepted.Length == 0 || !StringWithQualityHeaderValue.TryParseList([accepted], out var values))
        {
            return null;
        }

        bool Accepts(string coding) => values.Any(value => value.Quality is not 0 && value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase));
        return Accepts("br") ? "br" : Accepts("gzip") ? "gzip" : null;
    }
}
