namespace PfP.Portal.Http;

/// <summary>Answers HEAD like GET. Razor components know only GET and POST; the server leaves the body out by itself.</summary>
internal static class HeadRequests
{
    /// <summary>Must run before routing.</summary>
    public static IApplicationBuilder UseHeadAsGet(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var asked = context.Request.Method;
        if (HttpMethods.IsHead(asked))
        {
            context.Request.Method = HttpMethods.Get;
        }

        await next(context);
        context.Request.Method = asked;
    });
}
