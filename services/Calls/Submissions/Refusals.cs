using Microsoft.AspNetCore.Http.HttpResults;

namespace PfP.Calls.Submissions;

/// <summary>Why something is not done.</summary>
internal static class Refusals
{
    /// <param name="is">Its status or state.</param>
    public static ProblemHttpResult NotNow(string @is) =>
        TypedResults.Problem($"The call is {@is.Replace('_', ' ').Replace('-', ' ')}.", statusCode: StatusCodes.Status409Conflict);

    public static ProblemHttpResult NotForAnybody() =>
        TypedResults.Problem("You act for no country or organisation yet; the secretariat can say for which.", statusCode: StatusCodes.Status403Forbidden);

    public static ProblemHttpResult NotTheirs() =>
        TypedResults.Problem("That is for the other side: the owner writes, the secretariat decides.", statusCode: StatusCodes.Status403Forbidden);
}
