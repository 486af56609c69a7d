using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace PfP.ServiceDefaults.Telemetry;

/// <summary>Names a request's span by its route ("GET /practices/{slug}") and drops what nobody looks for: health probes and static files.</summary>
internal sealed class RequestSpans(RequestDelegate next)
{
    private static readonly HashSet<string> StaticFiles = new(StringComparer.OrdinalIgnoreCase)
    {
        ".css", ".js", ".mjs", ".map", ".ico", ".png", ".jpg", ".jpeg", ".svg", ".webp", ".woff", ".woff2", ".webmanifest",
    };

    public async Task InvokeAsync(HttpContext context)
    {
        var activity = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (activity is null)
        {
            await next(context);
            return;
        }

        if (IsNoise(context.Request.Path))
        {
            // Not recorded means not exported, and its children follow their parent.
            activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            activity.IsAllDataRequested = false;
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            activity.DisplayName = context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route }
                ? $"{context.Request.Method} /{route.TrimStart('/')}"
                : context.Request.Method;
        }
    }

    private static bool IsNoise(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.Ordinal) || StaticFiles.Contains(Path.GetExtension(path.Value ?? ""));
}
