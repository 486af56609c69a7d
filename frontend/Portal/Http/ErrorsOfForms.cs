namespace PfP.Portal.Http;

/// <summary>A form that was refused as a whole gets an error page, which is a page like any other: nothing is posted to it.</summary>
internal static class ErrorsOfForms
{
    /// <summary>Must stand within what makes error pages.</summary>
    public static IApplicationBuilder UseErrorPagesForForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response is { StatusCode: >= StatusCodes.Status400BadRequest, HasStarted: false })
        {
            context.Request.Method = HttpMethods.Get;
        }
    });
}
