using Microsoft.Net.Http.Headers;

namespace PfP.Gateway.Sessions;

/// <summary>
/// What was made for somebody is kept by nobody, whatever the service behind says: no cache, and no browser after signing out. What was
/// made for everybody is not shown to whoever signs in a moment later. Files that are the same for everybody for ever may stay.
/// </summary>
internal static class PrivateAnswers
{
    public static void Mark(HttpContext context)
    {
        var route = context.GetReverseProxyFeature().Route.Config;
        var isFor = context.Request.Headers.Authorization.Count > 0 || route.Metadata?.GetValueOrDefault("Private") == "true";
        var headers = context.Response.Headers;
        if (headers.CacheControl.ToString().Contains("immutable", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (isFor)
        {
            headers.CacheControl = CacheControlHeaderValue.NoStoreString;
        }
        else
        {
            headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
        }
    }
}
