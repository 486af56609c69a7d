using Microsoft.AspNetCore.Diagnostics;
using PfP.Gateway.Errors;
using PfP.ServiceDefaults;

namespace PfP.Gateway.Features;

/// <summary>
/// Bodies for refusals and failures that have none yet: ProblemDetails for programs, a page for people.
/// What a service behind says about an error itself is passed on untouched.
/// </summary>
internal static class ErrorPagesFeature
{
    public const string StylesheetPath = "/.gateway/error.css";

    private const string ComeBackInSeconds = "5";

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseStatusCodePages(WriteAsync);
        app.MapGet(StylesheetPath, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=3600";
            return TypedResults.Text(ErrorPage.Stylesheet, "text/css");
        });
    }

    /// <summary>A service behind that says nothing of its failure has said so by its length, which would stand in the way of a page.</summary>
    public static void ExplainWhereNothingIsSaid(HttpResponse response)
    {
        if (response is { StatusCode: >= StatusCodes.Status500InternalServerError, ContentLength: 0 })
        {
            response.ContentLength = null;
        }
    }

    private static async Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        http.Response.Headers.CacheControl = "no-store";
        if (status is StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout)
        {
            http.Response.Headers.RetryAfter = ComeBackInSeconds;
        }

        if (http.Request.IsForPeople())
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(ErrorPage.Render(http.Request, status, StylesheetPath), http.RequestAborted);
            return;
        }

        await TypedResults.Problem(statusCode: status).ExecuteAsync(http);
    }
}
