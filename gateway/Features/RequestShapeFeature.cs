using Microsoft.AspNetCore.Http.Features;

namespace PfP.Gateway.Features;

/// <summary>
/// Refuses what Kestrel accepts and no honest client sends: a GET with a body, which could answer for an address from something the
/// cache does not see, and a request with both a length and a chunked body, which another server may end elsewhere.
/// </summary>
internal static class RequestShapeFeature
{
    // Kestrel keeps a length that it ignores in favour of chunks under this name.
    private const string IgnoredLength = "X-Content-Length";

    public static void UseRequestShape(this WebApplication app) =>
        app.Use((context, next) =>
        {
            if (!HasBodyWithoutMeaning(context) && !context.Request.Headers.ContainsKey(IgnoredLength))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });

    private static bool HasBodyWithoutMeaning(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true };
}
