using Microsoft.Net.Http.Headers;

namespace PfP.Gateway.Sessions;

/// <summary>
/// What was made for somebody is kept by nobody, whatever the service behind says: no cache, and no browser after signing out. Files that
/// are the same for everybody for ever may stay.
/// </summary>
internal static class PrivateAnswers
{
    public static void Mark(HttpContext context)
    {
        var route = context.GetReverseProxyFeature().Route.Config;
        var isFor = context.Request.Headers.Authorization.Count > 0 || route.Metadata?.GetValueOrDefault("Private") == "true";
        if (isFor && !context.Response.Headers.CacheControl.ToString().Contains("immutable", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.CacheControl = CacheControlHeaderValue.NoStoreString;
        }
    }
}
