using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

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

    /// <summary>
    /// Waits for all of a form that is not taken, which <see cref="SentForm"/> then has: an error page is sent as soon as it is made, and would not wait
    /// for what a slow link still brings.
    /// </summary>
    public static async Task ReadSentFormAsync(this HttpContext context)
    {
        if (context.Request.HasFormContentType)
        {
            try
            {
                await context.Request.ReadFormAsync(context.RequestAborted);
            }
            catch (InvalidDataException)
            {
                // Larger than any form of ours.
            }
        }
    }

    /// <summary>What was read by <see cref="ReadSentFormAsync"/>.</summary>
    public static IFormCollection? SentForm(this HttpContext context) => context.Features.Get<IFormFeature>()?.Form;

    /// <summary>Whether a form came without the token of its page. What it says may not even be looked at.</summary>
    public static bool IsRefusedForm(this HttpContext context) => context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false };

    /// <summary>In development the framework would answer with a line of its own for programmers instead of our page.</summary>
    public static IApplicationBuilder UseRefusalOfForms(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The error page is made with the same request, by then a GET.
        if (HttpMethods.IsGet(context.Request.Method) || !context.IsRefusedForm())
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
