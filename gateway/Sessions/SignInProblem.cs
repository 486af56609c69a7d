using Microsoft.AspNetCore.Http.HttpResults;

namespace PfP.Gateway.Sessions;

/// <summary>Tells the error page that signing in did not work, and where the reader wanted to go.</summary>
internal sealed record SignInProblem(string ReturnUrl)
{
    /// <summary>The provider or our database is away.</summary>
    public static IResult Unavailable(HttpContext context, string returnUrl) => Show(context, returnUrl, StatusCodes.Status503ServiceUnavailable);

    /// <summary>The provider's answer is not one that may be believed; which rule it broke is nobody's business but the log's.</summary>
    public static IResult Refused(HttpContext context, string returnUrl) => Show(context, returnUrl, StatusCodes.Status400BadRequest);

    private static StatusCodeHttpResult Show(HttpContext context, string returnUrl, int status)
    {
        context.Features.Set(new SignInProblem(returnUrl));
        return TypedResults.StatusCode(status);
    }
}
