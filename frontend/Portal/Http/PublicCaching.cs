namespace PfP.Portal.Http;

/// <summary>What caches may keep: complete public pages, made for nobody in particular, for half a minute, and nothing else.</summary>
internal static class PublicCaching
{
    private const int LongestSeconds = 30;
    private static readonly object Unkept = new();
    private static readonly object Until = new();

    /// <summary>A part of the page is missing for now: it is shown, but not kept.</summary>
    public static void MarkIncomplete(this HttpContext context) => context.KeepNowhere();

    /// <summary>The page is for those who have its link.</summary>
    public static void KeepNowhere(this HttpContext context) => context.Items[Unkept] = true;

    /// <summary>The page says something that changes at that moment by itself.</summary>
    public static void KeepUntil(this HttpContext context, DateTimeOffset? moment) => context.Items[Until] = moment;

    /// <summary>The page cannot be made for now.</summary>
    public static void MarkUnavailable(this HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "30";
    }

    public static IApplicationBuilder UsePublicCaching(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            // Static files bring their own, longer lifetime.
            var isPage = context.Response.ContentType is { } type && !context.Request.Path.StartsWithSegments("/health")
                && (type.StartsWith("text/html", StringComparison.Ordinal) || context.Response.Headers.CacheControl.Count == 0);
            if (isPage)
            {
                var complete = context.Response.StatusCode == StatusCodes.Status200OK && !context.Items.ContainsKey(Unkept)
                    && context.Request.Headers.Authorization.Count == 0;
                context.Response.Headers.CacheControl = complete ? $"public, max-age={Seconds(context)}" : "no-store";
                context.Response.Headers.Pragma = default;
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    private static int Seconds(HttpContext context) => context.Items[Until] is DateTimeOffset moment
        ? (int)Math.Clamp((moment - context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()).TotalSeconds, 0, LongestSeconds)
        : LongestSeconds;
}
