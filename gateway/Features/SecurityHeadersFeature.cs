using Microsoft.Net.Http.Headers;
using PfP.ServiceDefaults;
using PfP.ServiceDefaults.Input;

namespace PfP.Gateway.Features;

/// <summary>
/// Every answer carries these, whoever made it; what a service behind sets under the same names is replaced. Browsers apply form-action to
/// the redirects after a form too, so other sites that sign in here are listed in <c>SecurityHeaders:FormTargets</c>, by origin.
/// </summary>
internal static class SecurityHeadersFeature
{
    // Scripts and styles come from files only. Scripts may still set styles through the CSSOM, which is what the map does.
    // Frames are ours (a mail that is previewed) or the players of the sites that videos are on.
    private static readonly string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
        + $"frame-src 'self' {string.Join(' ', VideoPlayers.Sources)}; "
        + "base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    private const string PermissionsPolicy = "camera=(), display-capture=(), geolocation=(self), microphone=(), payment=(), usb=()";

    private const string StrictTransportSecurity = "max-age=31536000; includeSubDomains";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var targets = app.Configuration.GetSection("SecurityHeaders:FormTargets").Get<string[]>() ?? [];
        var policy = string.Join(' ', [ContentSecurityPolicy, .. targets.Select(target => new Uri(target).GetLeftPart(UriPartial.Authority))]);
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() => SetAsync(context, policy));
            return next(context);
        });
    }

    private static Task SetAsync(HttpContext context, string contentSecurityPolicy)
    {
        var headers = context.Response.Headers;
        // A mail that is shown in a frame of ours has its styles in itself; it may do less than any page but for these.
        var isMail = headers.ContentSecurityPolicy == MailPreviews.ContentSecurityPolicy;
        // A file that is to be saved may be anything: where a browser shows it all the same, nothing in it runs.
        headers.ContentSecurityPolicy = headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.Ordinal) ? FileDownload.ContentSecurityPolicy
            : isMail ? MailPreviews.ContentSecurityPolicy
            : contentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = isMail ? "SAMEORIGIN" : "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.Remove(HeaderNames.Server);
        headers.Remove(HeaderNames.XPoweredBy);

        // Under plain HTTP the header is meaningless, and a copy behind a TLS proxy sees the scheme that proxy reports.
        headers.StrictTransportSecurity = context.Request.IsHttps ? StrictTransportSecurity : default;
        return Task.CompletedTask;
    }
}
