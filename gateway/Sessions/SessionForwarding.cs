namespace PfP.Gateway.Sessions;

/// <summary>
/// In front of every service: the browser's session becomes an access token. The provider's own pages are left alone (routes with the
/// metadata <c>Session: none</c>): they have a session of their own, and clients that authenticate themselves.
/// </summary>
internal static class SessionForwarding
{
    /// <summary>What a page's script has to send with every call that changes something. No other site can: it would have to ask us first.</summary>
    public const string AntiForgeryHeader = "X-PfP-Request";

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var route = context.GetReverseProxyFeature().Route.Config;
        var isProvider = route.Metadata?.GetValueOrDefault("Session") == "none";
        var isOwn = request.Headers.Authorization.Count > 0 || isProvider;
        var found = isOwn ? new FoundSession(null) : await context.RequestServices.GetRequiredService<SessionReader>().FindAsync(context);
        ForwardedCookies.Choose(request, isProvider);
        if (!isOwn && found is not { Session: null, IsUncertain: false } && IsUnsafe(request.Method))
        {
            if (!SameOrigin.Sent(request) || (IsApi(request) && request.Headers[AntiForgeryHeader] != "1"))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }

            if (found.IsUncertain)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }
        }

        if (found.Session is { } session)
        {
            request.Headers.Authorization = $"Bearer {session.Secrets.AccessToken}";
        }

        await next(context);
    }

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api");

    private static bool IsUnsafe(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method) && !HttpMethods.IsTrace(method);
}
