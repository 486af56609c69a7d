using System.Net;
using System.Threading.RateLimiting;
using PfP.Gateway.Clients;
using PfP.Gateway.Sessions;

namespace PfP.Gateway.Limits;

/// <summary>Gives each client one bucket per class of request. Buckets that are full again are forgotten by the limiter itself.</summary>
internal static class ClientLimiter
{
    private static readonly string[] Cultures = ["/fr", "/es"];

    public static PartitionedRateLimiter<HttpContext> Create(RateLimitOptions options) =>
        PartitionedRateLimiter.Create<HttpContext, (Traffic, IPAddress)>(context =>
        {
            var traffic = ClassOf(context.Request);
            var key = (traffic, ClientNetwork.Of(context.Connection.RemoteIpAddress));
            return traffic switch
            {
                Traffic.Exempt => RateLimitPartition.GetNoLimiter(key),
                Traffic.Suggest => Bucket(key, options.Suggest),
                Traffic.Search => Bucket(key, options.Search),
                Traffic.SignIn => Bucket(key, options.SignIn),
                Traffic.Report => Bucket(key, options.Report),
                _ => Bucket(key, options.General),
            };
        });

    private static RateLimitPartition<(Traffic, IPAddress)> Bucket((Traffic, IPAddress) key, Allowance allowance) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = allowance.Burst,
            TokensPerPeriod = allowance.PerPeriod,
            ReplenishmentPeriod = allowance.Period,
            QueueLimit = 0,
        });

    private static Traffic ClassOf(HttpRequest request)
    {
        var path = request.Path;
        if (path.StartsWithSegments("/health") || path.StartsWithSegments(Features.ErrorPagesFeature.StylesheetPath))
        {
            return Traffic.Exempt;
        }

        if (path.StartsWithSegments("/api/search", out var rest))
        {
            return rest.StartsWithSegments("/suggest") ? Traffic.Suggest : Traffic.Search;
        }

        if (path.StartsWithSegments(SessionsApi.LoginPath))
        {
            return Traffic.SignIn;
        }

        foreach (var culture in Cultures)
        {
            if (path.StartsWithSegments(culture, out var page))
            {
                path = page;
                break;
            }
        }

        return path.StartsWithSegments("/search") ? Traffic.Search
            : HttpMethods.IsPost(request.Method) && IsOpenToAnybody(path) ? Traffic.Report
            : Traffic.General;
    }

    /// <summary>Where whoever has no account may write what people have to read, or what makes us send mail: reports, and replies of guests to calls.</summary>
    private static bool IsOpenToAnybody(PathString path) =>
        path.StartsWithSegments("/report")
        || (path.StartsWithSegments("/calls", out var page) && IsLast("reply", page))
        || (path.StartsWithSegments("/api/calls", out var call) && (IsLast("guest-replies", call) || call.StartsWithSegments("/replies/guest")));

    private static bool IsLast(string segment, PathString path) => path.Value is { } text && text.TrimEnd('/').EndsWith($"/{segment}", StringComparison.OrdinalIgnoreCase);

    private enum Traffic
    {
        Exempt,
        General,
        Search,
        Suggest,
        SignIn,
        Report,
    }
}
