using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PfP.Identity.Members;

/// <summary>Answers that several routes give.</summary>
internal static class Refusals
{
    public static ProblemHttpResult NoMember() => TypedResults.Problem("The membership has ended.", statusCode: StatusCodes.Status403Forbidden);

    public static ProblemHttpResult Conflict(string detail, Guid? introductionId = null) => TypedResults.Problem(
        detail,
        statusCode: StatusCodes.Status409Conflict,
        extensions: introductionId is { } id ? new Dictionary<string, object?> { ["introductionId"] = id } : null);

    public static ProblemHttpResult TooMany(HttpResponse response, TimeSpan wait, string detail)
    {
        response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(detail, statusCode: StatusCodes.Status429TooManyRequests);
    }

    public static ValidationProblem Invalid(string field, string problem) => TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [problem] });
}
